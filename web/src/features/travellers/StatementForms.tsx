import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { makeKey } from '../../api/client';
import { adjustStay, stateClass } from '../../api/travellers';
import type { AdjustStay } from '../../api/types';
import { textOf, useText } from '../../lib/i18n';
import { Button } from '../../ui/Button';
import { Field } from '../../ui/Field';
import { Failure } from './Failure';

/** Classes that follow from no document: an officer says so, with a reason. */
const kStated = [
  'asylum_applicant',
  'head_of_state',
  'rescue_service',
  'diplomat',
  'pilot',
  'crew_air',
  'crew_sea',
  'family_of_free_mover',
  'cross_border_worker',
  'transit',
];

export function ClassForm({ id, stated }: { id: string; stated: string }) {
  const t = useText();
  const client = useQueryClient();
  const [word, setWord] = useState(stated);
  const [reason, setReason] = useState('');
  const job = useMutation({
    mutationFn: () => stateClass(id, { person_class: word, reason: reason.trim() }, makeKey()),
    onSuccess: (view) => client.setQueryData(['traveller', id], view),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!job.isPending) job.mutate();
  };
  return (
    <form className="one-line" onSubmit={submit} aria-label={t('class.title')}>
      <Field name={t('class.title')}>
        <select value={word} onChange={(event) => setWord(event.target.value)}>
          <option value="">{t('class.by_documents')}</option>
          {kStated.map((one) => (
            <option key={one} value={one}>
              {textOf('person_class', one)}
            </option>
          ))}
        </select>
      </Field>
      <Field name={t('judge.reason')}>
        <input required value={reason} onChange={(event) => setReason(event.target.value)} />
      </Field>
      <Button submit>{t('class.submit')}</Button>
      {job.error && <Failure error={job.error} />}
    </form>
  );
}

const kKinds: readonly AdjustStay['kind'][] = ['extension', 'force_majeure'];

/** Days that may be spent and are not counted. */
export function AdjustForm({ id }: { id: string }) {
  const t = useText();
  const client = useQueryClient();
  const [kind, setKind] = useState<AdjustStay['kind']>('extension');
  const [first, setFirst] = useState('');
  const [last, setLast] = useState('');
  const [reason, setReason] = useState('');
  const job = useMutation({
    mutationFn: () => adjustStay(id, { kind, first, last, reason: reason.trim() }, makeKey()),
    onSuccess: (view) => client.setQueryData(['traveller', id], view),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!job.isPending) job.mutate();
  };
  return (
    <form className="one-line" onSubmit={submit} aria-label={t('adjust.title')}>
      <Field name={t('adjust.title')}>
        <select value={kind} onChange={(event) => setKind(event.target.value === 'extension' ? 'extension' : 'force_majeure')}>
          {kKinds.map((one) => (
            <option key={one} value={one}>
              {textOf('adjustment', one)}
            </option>
          ))}
        </select>
      </Field>
      <Field name={t('adjust.first')}>
        <input type="date" required value={first} onChange={(event) => setFirst(event.target.value)} />
      </Field>
      <Field name={t('adjust.last')}>
        <input type="date" required value={last} onChange={(event) => setLast(event.target.value)} />
      </Field>
      <Field name={t('judge.reason')}>
        <input required value={reason} onChange={(event) => setReason(event.target.value)} />
      </Field>
      <Button submit>{t('adjust.submit')}</Button>
      {job.error && <Failure error={job.error} />}
    </form>
  );
}
