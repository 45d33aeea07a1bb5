import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent, type ReactNode } from 'react';
import { getDataRequests, newRequestKey, registerDataRequest } from '../../api/rights';
import type { DataRequestLine, NewDataRequest } from '../../api/types';
import { formatDate, todayIn } from '../../lib/format';
import { textOf, useText } from '../../lib/i18n';
import { Button } from '../../ui/Button';
import { Field } from '../../ui/Field';
import { Panel } from '../../ui/Panel';
import { Refusal } from './Refusal';
import { ReviewsPanel } from './ReviewsPanel';
import './rights.css';

const kKinds = ['access', 'correction', 'erasure', 'restriction'] as const;
const kIdentity = [
  'document_seen',
  'qualified_signature',
  'video_identification',
  'authorised_representative',
  'consular_post',
  'not_proved',
] as const;
const kLanguages = [
  ['en', 'English'],
  ['fr', 'Français'],
  ['ar', 'العربية'],
  ['es', 'Español'],
  ['pt', 'Português'],
] as const;

type Kind = NewDataRequest['kind'];

function RegisterForm({ today }: { today: string }) {
  const t = useText();
  const client = useQueryClient();
  const [key, setKey] = useState(newRequestKey);
  const job = useMutation({
    mutationFn: ({ body }: { body: NewDataRequest; form: HTMLFormElement }) => registerDataRequest(body, key),
    onSuccess: async (_, { form }) => {
      form.reset();
      setKey(newRequestKey());
      await client.invalidateQueries({ queryKey: ['data-requests'] });
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const fields = new FormData(form);
    const text = (name: string) => String(fields.get(name) ?? '').trim();
    const body: NewDataRequest = {
      kind: text('kind') as Kind,
      requester: text('requester'),
      contact: text('contact'),
      identity_check: text('identity'),
      language: text('language'),
      statement: text('statement'),
      received_on: text('received'),
    };
    if (!job.isPending) job.mutate({ body, form });
  };
  return (
    <form className="rights-form" onSubmit={submit}>
      <Field name={t('rights.kind')}>
        <select name="kind" defaultValue="access">
          {kKinds.map((kind) => (
            <option key={kind} value={kind}>
              {t(`rights_kind.${kind}`)}
            </option>
          ))}
        </select>
      </Field>
      <Field name={t('rights.requester')}>
        <input name="requester" required maxLength={200} autoComplete="off" dir="auto" />
      </Field>
      <Field name={t('rights.contact')}>
        <input name="contact" maxLength={500} autoComplete="off" dir="auto" />
      </Field>
      <Field name={t('rights.identity')}>
        <select name="identity" defaultValue="document_seen">
          {kIdentity.map((word) => (
            <option key={word} value={word}>
              {t(`rights_identity.${word}`)}
            </option>
          ))}
        </select>
      </Field>
      <Field name={t('rights.language')}>
        <select name="language" defaultValue="en">
          {kLanguages.map(([code, name]) => (
            <option key={code} value={code} lang={code}>
              {name}
            </option>
          ))}
        </select>
      </Field>
      <Field name={t('rights.received')}>
        <input name="received" type="date" required defaultValue={today} max={today} />
      </Field>
      <Field name={t('rights.statement')}>
        <textarea name="statement" rows={2} maxLength={4000} dir="auto" />
      </Field>
      <Button submit kind="primary">
        {t('rights.register')}
      </Button>
      <Refusal error={job.error} />
    </form>
  );
}

function RequestRow({ line, link }: { line: DataRequestLine; link: (id: string, text: ReactNode) => ReactNode }) {
  const t = useText();
  return (
    <tr data-request={line.request_id} data-overdue={line.overdue}>
      <th scope="row">{link(line.request_id, <bdi>{line.requester}</bdi>)}</th>
      <td>{t(`rights_kind.${line.kind}`)}</td>
      <td className="nowrap">{formatDate(line.received_on)}</td>
      <td className="nowrap">
        {formatDate(line.due_on)}
        {line.overdue && <span className="flag">{t('rights.overdue')}</span>}
        {line.extended && <span className="small quiet"> {t('rights.extended')}</span>}
      </td>
      <td>{line.state === 'open' ? t('rights.open') : textOf('rights_outcome', line.outcome)}</td>
    </tr>
  );
}

const kColumns = ['requester', 'kind', 'received', 'due', 'state'] as const;

/** Requests of the persons whose data is kept, and unusual looks to judge. For data officers. */
export function RequestsPage({ timeZone, link }: { timeZone: string; link: (id: string, text: ReactNode) => ReactNode }) {
  const t = useText();
  const [only, setOnly] = useState<'all' | 'open' | 'overdue'>('open');
  const requests = useQuery({ queryKey: ['data-requests'], queryFn: getDataRequests });
  const wanted = (requests.data ?? []).filter((line) => only === 'all' || (only === 'open' ? line.state === 'open' : line.overdue));
  const today = todayIn(timeZone);
  return (
    <main className="page">
      <h1>{t('rights.title')}</h1>
      <Panel title={t('rights.requests')}>
        <Field name={t('rights.show')}>
          <select value={only} onChange={(event) => setOnly(event.target.value as typeof only)}>
            <option value="open">{t('rights.only_open')}</option>
            <option value="overdue">{t('rights.only_overdue')}</option>
            <option value="all">{t('rights.all')}</option>
          </select>
        </Field>
        {requests.isPending && <p className="quiet">{t('state.pending')}</p>}
        <Refusal error={requests.error} />
        {requests.data && wanted.length === 0 && <p>{t('rights.none')}</p>}
        {wanted.length > 0 && (
          <div className="rights-scroller" role="group" aria-label={t('rights.requests')} tabIndex={0}>
            <table>
              <thead>
                <tr>
                  {kColumns.map((column) => (
                    <th scope="col" key={column}>
                      {t(`rights.${column}`)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {wanted.map((line) => (
                  <RequestRow key={line.request_id} line={line} link={link} />
                ))}
              </tbody>
            </table>
          </div>
        )}
      </Panel>
      <Panel title={t('rights.new')}>
        <RegisterForm today={today} />
      </Panel>
      <ReviewsPanel timeZone={timeZone} />
    </main>
  );
}
