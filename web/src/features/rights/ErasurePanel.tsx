import type { FormEvent } from 'react';
import { approveErasure, proposeErasure } from '../../api/rights';
import type { DataRequest } from '../../api/types';
import { findText, useText } from '../../lib/i18n';
import { Button } from '../../ui/Button';
import { Field } from '../../ui/Field';
import { Panel } from '../../ui/Panel';
import { Refusal } from './Refusal';
import { useRequestAct } from './useRequestAct';

type Erasure = DataRequest['erasures'][number];

function Approval({ id, traveller }: { id: string; traveller: string }) {
  const t = useText();
  const job = useRequestAct(id, (typed: string) => approveErasure(id, traveller, typed));
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (!job.isPending) job.mutate(String(new FormData(event.currentTarget).get('typed')));
  };
  return (
    <form className="rights-act" onSubmit={submit}>
      <Field name={t('hold.typed')} hint={t('rights.typed_hint')}>
        <input name="typed" required size={6} maxLength={4} autoComplete="off" />
      </Field>
      <Button submit kind="danger">
        {t('rights.approve_erasure')}
      </Button>
      <Refusal error={job.error} />
    </form>
  );
}

function ErasureItem({ request, erasure, me }: { request: DataRequest; erasure: Erasure; me: string }) {
  const t = useText();
  const id = request.request.request_id;
  const person = request.persons.find((one) => one.traveller_id === erasure.traveller_id);
  const job = useRequestAct(id, () => proposeErasure(id, erasure.traveller_id));
  const open = request.request.state === 'open';
  return (
    <li data-erasure={erasure.traveller_id}>
      <p>
        <bdi>{person ? `${person.primary_identifier} ${person.secondary_identifier}` : erasure.traveller_id}</bdi> · {t(`rights_erasure.${erasure.state}`)}
      </p>
      {open && erasure.forbidden && <p className="error-text">{findText(`problem.${erasure.forbidden}`) ?? erasure.forbidden}</p>}
      {open && !erasure.forbidden && erasure.state === 'not_proposed' && (
        <Button onPress={() => job.mutate(undefined)}>{t('rights.propose_erasure')}</Button>
      )}
      {open && erasure.state === 'proposed' && erasure.proposed_by !== me && <Approval id={id} traveller={erasure.traveller_id} />}
      {open && erasure.state === 'proposed' && erasure.proposed_by === me && <p className="small quiet">{t('rights.second_person')}</p>}
      <Refusal error={job.error} />
    </li>
  );
}

/** What the schedule lets go is erased by two persons. */
export function ErasurePanel({ request, me }: { request: DataRequest; me: string }) {
  const t = useText();
  return (
    <Panel title={t('rights.erasure')}>
      <ul className="rights-list">
        {request.erasures.map((erasure) => (
          <ErasureItem key={erasure.traveller_id} request={request} erasure={erasure} me={me} />
        ))}
      </ul>
    </Panel>
  );
}
