import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import {
  closeDataRequest,
  correctData,
  exportDataSubject,
  extendDataRequest,
  getDataRequest,
  getDataRequestProof,
  letterAddress,
} from '../../api/rights';
import type { DataRequest } from '../../api/types';
import { formatDate, formatInstant } from '../../lib/format';
import { textOf, useText } from '../../lib/i18n';
import { Button } from '../../ui/Button';
import { Code } from '../../ui/Code';
import { Field } from '../../ui/Field';
import { Notice } from '../../ui/Notice';
import { Panel } from '../../ui/Panel';
import { ErasurePanel } from './ErasurePanel';
import { PersonsPanel } from './PersonsPanel';
import { Refusal } from './Refusal';
import { RestrictionPanel } from './RestrictionPanel';
import { saveJson } from './saveFile';
import { useRequestAct } from './useRequestAct';
import './rights.css';

const kCorrectable = ['primary_identifier', 'secondary_identifier', 'birth_date', 'sex', 'nationality'] as const;

function Facts({ request }: { request: DataRequest }) {
  const t = useText();
  const line = request.request;
  const facts = [
    [t('rights.kind'), t(`rights_kind.${line.kind}`)],
    [t('rights.requester'), line.requester],
    [t('rights.contact'), request.contact],
    [t('rights.identity'), textOf('rights_identity', request.identity_check)],
    [t('rights.received'), formatDate(line.received_on)],
    [t('rights.due'), formatDate(line.due_on)],
    [t('rights.reason'), request.extension_reason],
    [t('rights.statement'), request.statement],
  ] as const;
  return (
    <Panel title={t('rights.request')}>
      <dl className="rights-facts">
        {facts
          .filter(([, value]) => value !== '')
          .map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>
                <bdi>{value}</bdi>
              </dd>
            </div>
          ))}
      </dl>
      {line.overdue && (
        <Notice state="review" role="status">
          {t('rights.overdue')}
        </Notice>
      )}
      <p className="small quiet">
        <Code>{line.request_id}</Code> · {request.rules}
      </p>
    </Panel>
  );
}

function ExtendForm({ id }: { id: string }) {
  const t = useText();
  const job = useRequestAct(id, (reason: string) => extendDataRequest(id, reason));
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (!job.isPending) job.mutate(String(new FormData(event.currentTarget).get('reason')).trim());
  };
  return (
    <form className="rights-act" onSubmit={submit}>
      <Field name={t('rights.reason')}>
        <input name="reason" required maxLength={1000} autoComplete="off" dir="auto" />
      </Field>
      <Button submit>{t('rights.extend')}</Button>
      <Refusal error={job.error} />
    </form>
  );
}

function ExportPanel({ request, timeZone }: { request: DataRequest; timeZone: string }) {
  const t = useText();
  const client = useQueryClient();
  const id = request.request.request_id;
  const job = useMutation({
    mutationFn: () => exportDataSubject(id),
    onSuccess: async (made) => {
      saveJson(`cardea-export-${id}.json`, made);
      await client.invalidateQueries({ queryKey: ['data-request', id] });
    },
  });
  const open = request.request.state === 'open';
  return (
    <Panel title={t('rights.export')}>
      <p className="small quiet">{t('rights.export_hint')}</p>
      {open && request.persons.length > 0 && (
        <p className="rights-act">
          <Button onPress={() => job.mutate()}>{t('rights.save_export')}</Button>
          <a className="button" href={letterAddress(id)} target="_blank" rel="noreferrer">
            {t('rights.letter')}
          </a>
        </p>
      )}
      <Refusal error={job.error} />
      <ul className="rights-list">
        {request.exports.map((made) => (
          <li key={made.sequence}>
            {formatInstant(made.made_at, timeZone)} · {t('rights.records', { count: made.records })} · <Code>{made.sha256.slice(0, 16)}</Code>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function CorrectForm({ request }: { request: DataRequest }) {
  const t = useText();
  const id = request.request.request_id;
  const job = useRequestAct(id, (body: { traveller_id: string; field: string; value: string; reason: string }) => correctData(id, body));
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string) => String(form.get(name) ?? '').trim();
    if (!job.isPending) {
      job.mutate({ traveller_id: text('traveller'), field: text('field'), value: text('value'), reason: text('reason') });
    }
  };
  return (
    <form className="rights-act" onSubmit={submit}>
      <Field name={t('rights.person')}>
        <select name="traveller">
          {request.persons.map((person) => (
            <option key={person.traveller_id} value={person.traveller_id}>
              {person.primary_identifier} {person.secondary_identifier}
            </option>
          ))}
        </select>
      </Field>
      <Field name={t('rights.field')}>
        <select name="field">
          {kCorrectable.map((field) => (
            <option key={field} value={field}>
              {t(`rights_field.${field}`)}
            </option>
          ))}
        </select>
      </Field>
      <Field name={t('rights.value')}>
        <input name="value" required maxLength={150} autoComplete="off" spellCheck={false} />
      </Field>
      <Field name={t('rights.reason')}>
        <input name="reason" required maxLength={1000} autoComplete="off" dir="auto" />
      </Field>
      <Button submit>{t('rights.correct')}</Button>
      <Refusal error={job.error} />
    </form>
  );
}

function CorrectionsPanel({ request }: { request: DataRequest }) {
  const t = useText();
  return (
    <Panel title={t('rights.corrections')}>
      <ul className="rights-list">
        {request.corrections.map((made) => (
          <li key={made.correction_id}>
            {textOf('rights_field', made.field)}: <bdi>{made.old_value}</bdi> → <bdi>{made.new_value}</bdi> (<bdi>{made.reason}</bdi>)
          </li>
        ))}
      </ul>
      {request.request.state === 'open' && request.persons.length > 0 && <CorrectForm request={request} />}
    </Panel>
  );
}

function CloseForm({ request }: { request: DataRequest }) {
  const t = useText();
  const id = request.request.request_id;
  const job = useRequestAct(id, (body: { outcome: string; answer: string }) => closeDataRequest(id, body));
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    if (!job.isPending) job.mutate({ outcome: String(form.get('outcome')), answer: String(form.get('answer')).trim() });
  };
  return (
    <form className="rights-act" onSubmit={submit}>
      <Field name={t('rights.outcome')}>
        <select name="outcome">
          {request.outcomes.map((word) => (
            <option key={word} value={word}>
              {textOf('rights_outcome', word)}
            </option>
          ))}
        </select>
      </Field>
      <Field name={t('rights.answer')} hint={t('rights.answer_hint')}>
        <textarea name="answer" rows={2} maxLength={4000} dir="auto" />
      </Field>
      <Button submit kind="primary">
        {t('rights.close')}
      </Button>
      <Refusal error={job.error} />
    </form>
  );
}

function AnswerPanel({ request }: { request: DataRequest }) {
  const t = useText();
  const id = request.request.request_id;
  const proof = useMutation({
    mutationFn: () => getDataRequestProof(id),
    onSuccess: (made) => saveJson(`cardea-proof-${made.entry.sequence}.json`, made),
  });
  const closed = request.request.state === 'closed';
  return (
    <Panel title={t('rights.answer_title')}>
      {closed ? (
        <Notice state="clear" role="status">
          {textOf('rights_outcome', request.request.outcome)} · {request.answered_on && formatDate(request.answered_on)}
        </Notice>
      ) : (
        <CloseForm request={request} />
      )}
      {request.answer !== '' && (
        <p>
          <bdi>{request.answer}</bdi>
        </p>
      )}
      <p>
        <Button onPress={() => proof.mutate()}>{t('rights.proof')}</Button>
      </p>
      <Refusal error={proof.error} />
    </Panel>
  );
}

/** One request of a data subject, from finding the person to the answer with its proof. */
export function RequestPage({ id, timeZone, me }: { id: string; timeZone: string; me: string }) {
  const t = useText();
  const [extending, extend] = useState(false);
  const query = useQuery({
    queryKey: ['data-request', id],
    queryFn: () => getDataRequest(id),
    // Each look is recorded.
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
  });
  const request = query.data;
  const open = request?.request.state === 'open';
  return (
    <main className="page">
      <h1>{t('rights.request')}</h1>
      {query.isPending && <p className="quiet">{t('state.pending')}</p>}
      <Refusal error={query.error} />
      {request && (
        <>
          <Facts request={request} />
          {open && !request.request.extended && !extending && <Button onPress={() => extend(true)}>{t('rights.extend')}</Button>}
          {open && !request.request.extended && extending && <ExtendForm id={id} />}
          <PersonsPanel request={request} />
          <ExportPanel request={request} timeZone={timeZone} />
          {request.request.kind === 'correction' && <CorrectionsPanel request={request} />}
          {request.request.kind === 'restriction' && <RestrictionPanel request={request} />}
          {request.request.kind === 'erasure' && <ErasurePanel request={request} me={me} />}
          <AnswerPanel request={request} />
        </>
      )}
    </main>
  );
}
