import { useState, type FormEvent } from 'react';
import { enrolWorkstation } from '../../api/access';
import { problemFrom, type Problem } from '../../api/problem';
import { enrol, signIn, signInByCertificate } from '../../api/session';
import type { Node, Session } from '../../api/types';
import { findText, useText } from '../../lib/i18n';
import { Button } from '../../ui/Button';
import { Field } from '../../ui/Field';
import { Notice } from '../../ui/Notice';
import './sign-in.css';

function useProblemText(): (problem: Problem) => string {
  const t = useText();
  return (problem) => {
    if (problem.code === 'locked_out') return t('sign_in.locked', { seconds: problem.retryAfterSeconds ?? 60 });
    return findText(`problem.${problem.code}`) ?? t('problem.word', { word: problem.code });
  };
}

/** Sends the form; a problem stays on the page until the next try. */
function useSubmit(act: (form: FormData) => Promise<Session>, onSignedIn: (session: Session) => void) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setProblem(undefined);
    try {
      onSignedIn(await act(new FormData(event.currentTarget)));
    } catch (error) {
      setProblem(problemFrom(error));
    } finally {
      setBusy(false);
    }
  };
  return { busy, problem, submit };
}

const text = (form: FormData, name: string) => String(form.get(name) ?? '');

interface FormProps {
  onSignedIn: (session: Session) => void;
}

function Trouble({ problem }: { problem: Problem | undefined }) {
  const problemText = useProblemText();
  if (!problem) return null;
  return (
    <Notice state={problem.status === 0 ? 'unavailable' : 'hit'} role="alert">
      {problemText(problem)}
    </Notice>
  );
}

function SignInForm({ onSignedIn }: FormProps) {
  const t = useText();
  const { busy, problem, submit } = useSubmit((form) => {
    const code = text(form, 'code').trim();
    return signIn({ user_name: text(form, 'user_name').trim(), password: text(form, 'password'), ...(code ? { code } : {}) });
  }, onSignedIn);
  const codeWanted = problem?.code === 'second_factor_required' || problem?.code === 'second_factor_wrong';
  const [asked, ask] = useState(false);
  if (codeWanted && !asked) ask(true);
  return (
    <form onSubmit={(event) => void submit(event)}>
      <Field name={t('sign_in.user_name')}>
        <input name="user_name" autoComplete="username" autoCapitalize="none" spellCheck={false} required dir="ltr" />
      </Field>
      <Field name={t('sign_in.password')}>
        <input name="password" type="password" autoComplete="current-password" required dir="ltr" />
      </Field>
      {asked && (
        <Field name={t('sign_in.code')} hint={t('sign_in.code_hint')}>
          <input name="code" inputMode="numeric" autoComplete="one-time-code" dir="ltr" />
        </Field>
      )}
      <Trouble problem={problem} />
      <Button submit kind="primary" size="large">
        {busy ? t('sign_in.busy') : t('sign_in.submit')}
      </Button>
    </form>
  );
}

/** The browser shows the card's certificate when it connects; over plain HTTP there is none to show. */
function CertificateForm({ onSignedIn }: FormProps) {
  const t = useText();
  const { busy, problem, submit } = useSubmit(() => signInByCertificate(), onSignedIn);
  if (location.protocol !== 'https:') return null;
  return (
    <form onSubmit={(event) => void submit(event)}>
      <Trouble problem={problem} />
      <Button submit>{busy ? t('sign_in.busy') : t('sign_in.certificate')}</Button>
    </form>
  );
}

/** For the administrator at the machine: the code of `Officers and access`, once. */
function StationForm() {
  const t = useText();
  const [problem, setProblem] = useState<Problem>();
  const [name, setName] = useState('');
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setProblem(undefined);
    try {
      setName((await enrolWorkstation(text(new FormData(event.currentTarget), 'code').trim())).name);
    } catch (error) {
      setProblem(problemFrom(error));
    }
  };
  return (
    <details className="station">
      <summary>{t('station.enrol')}</summary>
      <form onSubmit={(event) => void submit(event)}>
        <Field name={t('station.code')} hint={t('enrol.code_hint')}>
          <input name="code" autoComplete="off" autoCapitalize="characters" spellCheck={false} required dir="ltr" className="code" />
        </Field>
        <Trouble problem={problem} />
        {name !== '' && (
          <Notice state="clear" role="status">
            {t('station.is', { name })}
          </Notice>
        )}
        <Button submit>{t('station.enrol')}</Button>
      </form>
    </details>
  );
}

function EnrolForm({ onSignedIn }: FormProps) {
  const t = useText();
  const { busy, problem, submit } = useSubmit(
    (form) =>
      enrol({
        code: text(form, 'code').trim(),
        user_name: text(form, 'user_name').trim(),
        display_name: text(form, 'display_name').trim(),
        password: text(form, 'password'),
      }),
    onSignedIn,
  );
  return (
    <form onSubmit={(event) => void submit(event)}>
      <Field name={t('enrol.code')} hint={t('enrol.code_hint')}>
        <input name="code" autoComplete="one-time-code" autoCapitalize="characters" spellCheck={false} required dir="ltr" className="code" />
      </Field>
      <Field name={t('sign_in.user_name')} hint={t('enrol.user_name_hint')}>
        <input name="user_name" autoComplete="username" autoCapitalize="none" spellCheck={false} required dir="ltr" />
      </Field>
      <Field name={t('enrol.display_name')}>
        <input name="display_name" autoComplete="name" required dir="auto" />
      </Field>
      <Field name={t('sign_in.password')} hint={t('enrol.password_hint')}>
        <input name="password" type="password" autoComplete="new-password" minLength={12} required dir="ltr" />
      </Field>
      <Trouble problem={problem} />
      <Button submit kind="primary" size="large">
        {busy ? t('sign_in.busy') : t('enrol.submit')}
      </Button>
    </form>
  );
}

interface SignInPageProps extends FormProps {
  node: Node | undefined;
  ended: boolean;
}

export function SignInPage({ node, ended, onSignedIn }: SignInPageProps) {
  const t = useText();
  const first = node?.enrolled === false;
  return (
    <main className="door">
      <section className="panel door-panel">
        <h1>{first ? t('enrol.title') : t('sign_in.title')}</h1>
        {node && (
          <p className="quiet">
            <bdi>{node.post}</bdi>
          </p>
        )}
        {ended && (
          <Notice state="info" role="status">
            {t('sign_in.ended')}
          </Notice>
        )}
        {first && <p>{t('enrol.hint')}</p>}
        {first ? <EnrolForm onSignedIn={onSignedIn} /> : <SignInForm onSignedIn={onSignedIn} />}
        {!first && <CertificateForm onSignedIn={onSignedIn} />}
        {!first && <StationForm />}
      </section>
    </main>
  );
}
