import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { getHolds, proposeHold } from '../../api/retention';
import type { DataRequest, FoundPerson } from '../../api/types';
import { useText } from '../../lib/i18n';
import { Button } from '../../ui/Button';
import { Code } from '../../ui/Code';
import { Field } from '../../ui/Field';
import { Panel } from '../../ui/Panel';
import { Refusal } from './Refusal';

function RestrictionItem({ person, open }: { person: FoundPerson; open: boolean }) {
  const t = useText();
  const client = useQueryClient();
  const holds = useQuery({ queryKey: ['retention', 'holds'], queryFn: getHolds });
  const mine = (holds.data ?? []).filter((hold) => hold.traveller_id === person.traveller_id && hold.state !== 'lifted');
  const job = useMutation({
    mutationFn: (reason: string) => proposeHold(person.traveller_id, reason),
    onSuccess: () => client.invalidateQueries({ queryKey: ['retention'] }),
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (!job.isPending) job.mutate(String(new FormData(event.currentTarget).get('reason')).trim());
  };
  return (
    <li>
      <p>
        <bdi>
          {person.primary_identifier} {person.secondary_identifier}
        </bdi>
      </p>
      {mine.map((hold) => (
        <p key={hold.hold_id} data-hold={hold.hold_id}>
          {t(`hold.${hold.state}`)} · <Code>{hold.hold_id}</Code>
        </p>
      ))}
      {open && mine.length === 0 && (
        <form className="rights-act" onSubmit={submit}>
          <Field name={t('hold.reason')}>
            <input name="reason" required maxLength={1000} autoComplete="off" dir="auto" />
          </Field>
          <Button submit>{t('hold.submit')}</Button>
        </form>
      )}
      <Refusal error={job.error} />
    </li>
  );
}

/** A restriction keeps the data and lets nothing else be done with it: a hold, which another officer approves. */
export function RestrictionPanel({ request }: { request: DataRequest }) {
  const t = useText();
  return (
    <Panel title={t('rights_kind.restriction')}>
      <ul className="rights-list">
        {request.persons.map((person) => (
          <RestrictionItem key={person.traveller_id} person={person} open={request.request.state === 'open'} />
        ))}
      </ul>
    </Panel>
  );
}
