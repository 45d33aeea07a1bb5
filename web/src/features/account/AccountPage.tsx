import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { problemFrom } from '../../api/problem';
import { explainRead, getExplanationsAsked } from '../../api/rights';
import { changePassword } from '../../api/session';
import type { ExplanationAsked } from '../../api/types';
import { formatInstant } from '../../lib/format';
import { findText, textOf, useText } from '../../lib/i18n';
import { Button } from '../../ui/Button';
import { Field } from '../../ui/Field';
import { Notice } from '../../ui/Notice';
import { Panel } from '../../ui/Panel';
import './account.css';

function Refusal({ error }: { error: unknown }) {
  const t = useText();
  if (!error) return null;
  const { code } = problemFrom(error);
  return (
    <Notice state="hit" role="alert">
      {findText(`problem.${code}`) ?? t('problem.word', { word: code })}
    </Notice>
  );
}

function PasswordPanel() {
  const t = useText();
  const job = useMutation({
    mutationFn: ({ body }: { body: { password: string; new_password: string; code?: string }; form: HTMLFormElement }) =>
      changePassword(body),
    onSuccess: (_, { form }) => form.reset(),
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const fields = new FormData(form);
    const text = (name: string) => String(fields.get(name) ?? '');
    const body = { password: text('old'), new_password: text('new'), ...(text('code') ? { code: text('code') } : {}) };
    if (!job.isPending) job.mutate({ body, form });
  };
  return (
    <Panel title={t('account.password')}>
      <form className="account-form" onSubmit={submit}>
        <Field name={t('account.old')}>
          <input name="old" type="password" required autoComplete="current-password" />
        </Field>
        <Field name={t('account.code')} hint={t('account.code_hint')}>
          <input name="code" inputMode="numeric" autoComplete="one-time-code" maxLength={10} />
        </Field>
        <Field name={t('account.new')} hint={t('account.new_hint')}>
          <input name="new" type="password" required minLength={12} maxLength={256} autoComplete="new-password" />
        </Field>
        <Button submit kind="primary">
          {t('account.change')}
        </Button>
      </form>
      <Refusal error={job.error} />
      {job.isSuccess && (
        <Notice state="clear" role="status">
          {t('account.changed')}
        </Notice>
      )}
    </Panel>
  );
}

function Explanation({ asked, timeZone }: { asked: ExplanationAsked; timeZone: string }) {
  const t = useText();
  const client = useQueryClient();
  const job = useMutation({
    mutationFn: (text: string) => explainRead(asked.sequence, text),
    onSuccess: () => client.invalidateQueries({ queryKey: ['explanations'] }),
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (!job.isPending) job.mutate(String(new FormData(event.currentTarget).get('explanation')).trim());
  };
  return (
    <li data-sequence={asked.sequence}>
      <p>
        {formatInstant(asked.at, timeZone)} · {textOf('read_what', asked.what)} · <bdi>{asked.note}</bdi>
      </p>
      <form className="account-form" onSubmit={submit}>
        <Field name={t('account.explanation')}>
          <textarea name="explanation" rows={2} required maxLength={2000} dir="auto" />
        </Field>
        <Button submit>{t('account.explain')}</Button>
      </form>
      <Refusal error={job.error} />
    </li>
  );
}

/** What concerns the officer alone: the own password, and looks to explain. */
export function AccountPage({ timeZone }: { timeZone: string }) {
  const t = useText();
  const asked = useQuery({ queryKey: ['explanations'], queryFn: getExplanationsAsked });
  return (
    <main className="page">
      <h1>{t('account.title')}</h1>
      <PasswordPanel />
      <Panel title={t('account.explanations')}>
        {asked.data?.length === 0 && <p>{t('account.none')}</p>}
        <Refusal error={asked.error} />
        <ul className="account-list">
          {asked.data?.map((one) => (
            <Explanation key={one.sequence} asked={one} timeZone={timeZone} />
          ))}
        </ul>
      </Panel>
    </main>
  );
}
