import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { makeKey } from '../../api/client';
import { addPermit } from '../../api/travellers';
import type { PermitInput, TravellerView } from '../../api/types';
import { textOf, useText } from '../../lib/i18n';
import { Button } from '../../ui/Button';
import { Field } from '../../ui/Field';
import { Failure } from './Failure';
import { nameOf } from './words';

const kKinds = ['short_stay_visa', 'transit_visa', 'long_stay_visa', 'residence_permit', 'border_traffic_card', 'travel_authorisation'];

/** A visa, permit or card, entered for the document presented last. */
export function PermitForm({ view }: { view: TravellerView }) {
  const t = useText();
  const client = useQueryClient();
  const { traveller } = view.traveller;
  const document = view.documents[0];
  const [kind, setKind] = useState(kKinds[0]!);
  const [number, setNumber] = useState('');
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const [days, setDays] = useState('');
  const [entries, setEntries] = useState('');
  const job = useMutation({
    mutationFn: (input: PermitInput) => addPermit(input, makeKey()),
    onSuccess: () => client.invalidateQueries({ queryKey: ['traveller', traveller.traveller_id] }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (job.isPending || !document) return;
    job.mutate({
      kind,
      number: number.trim(),
      document_issuer: document.issuer,
      document_number: document.number,
      holder: nameOf(traveller),
      traveller_id: traveller.traveller_id,
      valid_from: from,
      valid_to: to,
      ...(days === '' ? {} : { days: Number(days) }),
      ...(entries === '' ? {} : { entries: Number(entries) }),
    });
  };
  return (
    <form className="one-line" onSubmit={submit} aria-label={t('permit.add')}>
      <Field name={t('permit.kind')}>
        <select value={kind} onChange={(event) => setKind(event.target.value)}>
          {kKinds.map((one) => (
            <option key={one} value={one}>
              {textOf('permit_kind', one)}
            </option>
          ))}
        </select>
      </Field>
      <Field name={t('permit.number')}>
        <input required value={number} onChange={(event) => setNumber(event.target.value)} />
      </Field>
      <Field name={t('permit.from')}>
        <input type="date" required value={from} onChange={(event) => setFrom(event.target.value)} />
      </Field>
      <Field name={t('permit.to')}>
        <input type="date" required value={to} onChange={(event) => setTo(event.target.value)} />
      </Field>
      <Field name={t('permit.days')}>
        <input type="number" min={1} max={3660} value={days} onChange={(event) => setDays(event.target.value)} />
      </Field>
      <Field name={t('permit.entries')} hint={t('permit.entries_hint')}>
        <input type="number" min={1} max={99} value={entries} onChange={(event) => setEntries(event.target.value)} />
      </Field>
      <Button submit>{t('permit.submit')}</Button>
      {job.error && <Failure error={job.error} />}
    </form>
  );
}
