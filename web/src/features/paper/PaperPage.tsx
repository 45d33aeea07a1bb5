import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { batchAddress, getPaperForms, printPaperForms } from '../../api/paper';
import { problemFrom } from '../../api/problem';
import type { PaperForm } from '../../api/types';
import { formatInstant } from '../../lib/format';
import { findText, useText } from '../../lib/i18n';
import { Button } from '../../ui/Button';
import { Code } from '../../ui/Code';
import { Field } from '../../ui/Field';
import { Notice } from '../../ui/Notice';
import { Panel } from '../../ui/Panel';
import { EnterPanel } from './EnterPanel';
import './paper.css';

const kLanguages = [
  ['en', 'English'],
  ['fr', 'Français'],
  ['ar', 'العربية'],
  ['es', 'Español'],
  ['pt', 'Português'],
] as const;

export function Refusal({ error }: { error: unknown }) {
  const t = useText();
  if (!error) return null;
  const { code } = problemFrom(error);
  return (
    <Notice state="hit" role="alert">
      {findText(`problem.${code}`) ?? t('problem.word', { word: code })}
    </Notice>
  );
}

function PrintPanel({ language }: { language: string }) {
  const t = useText();
  const client = useQueryClient();
  const job = useMutation({
    mutationFn: ({ count, of }: { count: number; of: string }) => printPaperForms(count, of),
    onSuccess: () => client.invalidateQueries({ queryKey: ['paper'] }),
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    if (!job.isPending) job.mutate({ count: Number(form.get('count')), of: String(form.get('language')) });
  };
  return (
    <Panel title={t('paper.print')}>
      <form className="paper-act" onSubmit={submit}>
        <Field name={t('paper.count')}>
          <input name="count" type="number" min={1} max={100} defaultValue={20} required />
        </Field>
        <Field name={t('paper.language')}>
          <select name="language" defaultValue={language}>
            {kLanguages.map(([code, name]) => (
              <option key={code} value={code} lang={code}>
                {name}
              </option>
            ))}
          </select>
        </Field>
        <Button submit>{t('paper.make')}</Button>
      </form>
      <Refusal error={job.error} />
      {job.data && (
        <p role="status">
          <a className="button" href={batchAddress(job.data.batch_id)} target="_blank" rel="noreferrer">
            {t('paper.open', { count: job.data.numbers.length })}
          </a>
        </p>
      )}
    </Panel>
  );
}

function FormRow({ form, timeZone }: { form: PaperForm; timeZone: string }) {
  const t = useText();
  return (
    <tr data-form={form.number} data-entered={form.entered_at !== undefined}>
      <th scope="row">
        <Code>{form.number}</Code>
      </th>
      <td className="nowrap">{formatInstant(form.printed_at, timeZone)}</td>
      <td>
        {form.entered_at === undefined ? (
          t('paper.waiting')
        ) : (
          <>
            {t('paper.entered')} {formatInstant(form.entered_at, timeZone)}{' '}
            <span className="small quiet">{t('paper.delay', { minutes: form.delay_minutes })}</span>
            {form.late && <span className="flag">{t('paper.late')}</span>}
          </>
        )}
      </td>
      <td>
        <bdi>{form.decided_by}</bdi>
      </td>
    </tr>
  );
}

/** Blanks printed ahead of an outage, and the crossings on them entered afterwards. */
export function PaperPage({ timeZone, lanes, lane, language }: { timeZone: string; lanes: string[]; lane: string; language: string }) {
  const t = useText();
  const forms = useQuery({ queryKey: ['paper'], queryFn: getPaperForms });
  const columns = [t('paper.number'), t('paper.printed'), t('paper.state'), t('paper.decided_by')];
  return (
    <main className="page">
      <h1>{t('paper.title')}</h1>
      <EnterPanel lanes={lanes} lane={lane} />
      <PrintPanel language={language} />
      <Panel title={t('paper.forms')}>
        {forms.isPending && <p className="quiet">{t('state.pending')}</p>}
        <Refusal error={forms.error} />
        {forms.data?.length === 0 && <p>{t('paper.none')}</p>}
        {forms.data && forms.data.length > 0 && (
          <div className="paper-scroller" role="group" aria-label={t('paper.forms')} tabIndex={0}>
            <table>
              <thead>
                <tr>
                  {columns.map((column) => (
                    <th scope="col" key={column}>
                      {column}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {forms.data.map((form) => (
                  <FormRow key={form.number} form={form} timeZone={timeZone} />
                ))}
              </tbody>
            </table>
          </div>
        )}
      </Panel>
    </main>
  );
}
