import { useState, type FormEvent } from 'react';
import { unlockSession } from '../../api/access';
import { problemFrom, type Problem } from '../../api/problem';
import type { Session } from '../../api/types';
import { findText, useText } from '../../lib/i18n';
import { Button } from '../../ui/Button';
import { Field } from '../../ui/Field';
import { Notice } from '../../ui/Notice';

interface LockPageProps {
  session: Session;
  onUnlocked: (session: Session) => void;
  onOther: () => void;
}

/** Stands in the place of every screen. What is open stays open behind it, unseen. */
export function LockPage({ session, onUnlocked, onOther }: LockPageProps) {
  const t = useText();
  const [problem, setProblem] = useState<Problem>();
  const [codeWanted, wantCode] = useState(false);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const code = String(form.get('code') ?? '').trim();
    setProblem(undefined);
    try {
      onUnlocked(await unlockSession({ password: String(form.get('password') ?? ''), ...(code ? { code } : {}) }));
    } catch (error) {
      const found = problemFrom(error);
      if (found.code === 'second_factor_required') wantCode(true);
      setProblem(found);
    }
  };
  return (
    <main className="door">
      <section className="panel door-panel">
        <h1>{t('lock.title')}</h1>
        <p>{t('lock.hint', { name: session.officer.display_name })}</p>
        <form onSubmit={(event) => void submit(event)}>
          <Field name={t('sign_in.password')}>
            <input name="password" type="password" autoComplete="current-password" required dir="ltr" />
          </Field>
          {codeWanted && (
            <Field name={t('sign_in.code')} hint={t('sign_in.code_hint')}>
              <input name="code" inputMode="numeric" autoComplete="one-time-code" required dir="ltr" />
            </Field>
          )}
          {problem && (
            <Notice state={problem.status === 0 ? 'unavailable' : 'hit'} role="alert">
              {findText(`problem.${problem.code}`) ?? t('problem.word', { word: problem.code })}
            </Notice>
          )}
          <Button submit kind="primary" size="large">
            {t('lock.unlock')}
          </Button>
        </form>
        <Button onPress={onOther}>{t('lock.other')}</Button>
      </section>
    </main>
  );
}
