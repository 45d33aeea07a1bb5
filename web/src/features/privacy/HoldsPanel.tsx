import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { approveHold, liftHold } from '../../api/retention';
import type { Hold } from '../../api/types';
import { formatInstant } from '../../lib/format';
import { useText } from '../../lib/i18n';
import { Button } from '../../ui/Button';
import { Code } from '../../ui/Code';
import { Field } from '../../ui/Field';
import { Panel } from '../../ui/Panel';
import { Refusal } from './RetentionPage';

/** The second person's act: who proposed a hold neither approves nor lifts it. */
function SecondPerson({ hold }: { hold: Hold }) {
  const t = useText();
  const client = useQueryClient();
  const [typed, setTyped] = useState('');
  const [reason, setReason] = useState('');
  const approving = hold.state === 'proposed';
  const job = useMutation({
    mutationFn: () => (approving ? approveHold(hold.hold_id, typed) : liftHold(hold.hold_id, typed, reason)),
    onSuccess: () => client.invalidateQueries({ queryKey: ['retention'] }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!job.isPending) job.mutate();
  };
  return (
    <form className="second-person" onSubmit={submit}>
      {!approving && (
        <Field name={t('hold.reason')}>
          <input required maxLength={1000} autoComplete="off" value={reason} onChange={(event) => setReason(event.target.value)} />
        </Field>
      )}
      <Field name={t('hold.typed')} hint={t('hold.typed_hint')}>
        <input required size={6} maxLength={4} autoComplete="off" value={typed} onChange={(event) => setTyped(event.target.value)} />
      </Field>
      <Button submit>{approving ? t('hold.approve') : t('hold.lift')}</Button>
      {job.error && <Refusal error={job.error} />}
    </form>
  );
}

function HoldItem({ hold, timeZone, me }: { hold: Hold; timeZone: string; me: string }) {
  const t = useText();
  return (
    <li data-hold={hold.hold_id}>
      <p>
        <b>{t(`hold.${hold.state}`)}</b> · <Code>{hold.hold_id}</Code> · {formatInstant(hold.proposed_at, timeZone)}
        <br />
        <bdi>{hold.reason}</bdi>
      </p>
      {hold.state !== 'lifted' && hold.proposed_by !== me && <SecondPerson hold={hold} />}
      {hold.state !== 'lifted' && hold.proposed_by === me && <p className="small quiet">{t('hold.own')}</p>}
    </li>
  );
}

export function HoldsPanel({ holds, timeZone, me }: { holds: Hold[]; timeZone: string; me: string }) {
  const t = useText();
  return (
    <Panel title={t('hold.title')}>
      {holds.length === 0 && <p>{t('hold.none')}</p>}
      <ul className="holds">
        {holds.map((hold) => (
          <HoldItem key={hold.hold_id} hold={hold} timeZone={timeZone} me={me} />
        ))}
      </ul>
    </Panel>
  );
}
