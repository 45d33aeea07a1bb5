import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { makeKey } from '../../api/client';
import { planStay, recordForeignEntry } from '../../api/travellers';
import type { TravellerView } from '../../api/types';
import { formatDate } from '../../lib/format';
import { textOf, useText } from '../../lib/i18n';
import { Button } from '../../ui/Button';
import { Code } from '../../ui/Code';
import { Field } from '../../ui/Field';
import { Notice } from '../../ui/Notice';
import { Panel } from '../../ui/Panel';
import { Failure } from './Failure';
import { AdjustForm, ClassForm } from './StatementForms';

/** Entering on a day to come, how long may one stay: the days used are shown beside the days left. */
function Planner({ id }: { id: string }) {
  const t = useText();
  const [on, setOn] = useState('');
  const job = useMutation({ mutationFn: () => planStay(id, on) });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (on !== '' && !job.isPending) job.mutate();
  };
  const stay = job.data?.stay;
  return (
    <form className="one-line" onSubmit={submit}>
      <Field name={t('plan.on')}>
        <input type="date" required value={on} onChange={(event) => setOn(event.target.value)} />
      </Field>
      <Button submit>{t('plan.submit')}</Button>
      {job.data && (
        <p role="status">
          {stay
            ? t('plan.answer', { on: formatDate(job.data.on), used: stay.used, left: stay.left, last: formatDate(stay.last_day) })
            : t('days.not_counted')}
        </p>
      )}
      {job.error && <Failure error={job.error} />}
    </form>
  );
}

/** A neighbour saw the person enter: the open stay ends on that day. */
function ForeignEntryForm({ id }: { id: string }) {
  const t = useText();
  const client = useQueryClient();
  const [on, setOn] = useState('');
  const [neighbour, setNeighbour] = useState('');
  const [reference, setReference] = useState('');
  const job = useMutation({
    mutationFn: () => recordForeignEntry(id, { on, neighbour: neighbour.trim().toUpperCase(), reference: reference.trim() }, makeKey()),
    onSuccess: (view) => {
      client.setQueryData(['traveller', id], view);
      return client.invalidateQueries({ queryKey: ['overstays'] });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!job.isPending) job.mutate();
  };
  return (
    <form className="one-line" onSubmit={submit} aria-label={t('foreign.title')}>
      <Field name={t('foreign.on')}>
        <input type="date" required value={on} onChange={(event) => setOn(event.target.value)} />
      </Field>
      <Field name={t('foreign.neighbour')} hint={t('foreign.hint')}>
        <input required maxLength={3} size={4} value={neighbour} onChange={(event) => setNeighbour(event.target.value)} />
      </Field>
      <Field name={t('foreign.reference')}>
        <input required value={reference} onChange={(event) => setReference(event.target.value)} />
      </Field>
      <Button submit>{t('foreign.submit')}</Button>
      {job.error && <Failure error={job.error} />}
    </form>
  );
}

export function StayPanel({ view }: { view: TravellerView }) {
  const t = useText();
  const { stay, classified } = view;
  const id = view.traveller.traveller.traveller_id;
  return (
    <Panel title={t('stay.title')}>
      <p>
        {textOf('person_class', classified.person_class)} · {textOf('regime', classified.stay)} · {textOf('visa_regime', classified.visa)}
      </p>
      {stay ? (
        <Notice state={stay.overstayed > 0 ? 'hit' : 'info'}>
          {t('days.count', { used: stay.used, left: stay.left, limit: stay.limit, window: stay.window })}{' '}
          {stay.overstayed > 0 && t('days.over', { days: stay.overstayed })}
          <br />
          <Code>{stay.rule}</Code>
        </Notice>
      ) : (
        <Notice state="clear">{t('days.not_counted')}</Notice>
      )}
      <Planner id={id} />
      <ClassForm key={view.traveller.stated_class} id={id} stated={view.traveller.stated_class} />
      <AdjustForm id={id} />
      {view.stays.some((one) => !one.left) && <ForeignEntryForm id={id} />}
    </Panel>
  );
}
