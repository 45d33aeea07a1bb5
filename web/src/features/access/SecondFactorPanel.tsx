import { useState, type FormEvent } from 'react';
import { beginSecondFactor, confirmSecondFactor } from '../../api/access';
import { useText } from '../../lib/i18n';
import { Button } from '../../ui/Button';
import { Code } from '../../ui/Code';
import { Field } from '../../ui/Field';
import { Notice } from '../../ui/Notice';
import { Panel } from '../../ui/Panel';
import { Trouble } from './Trouble';
import { useAct } from './useAct';

/** The officer's own second factor. Its secret is shown once, as text: no picture of it is kept anywhere. */
export function SecondFactorPanel() {
  const t = useText();
  const { problem, run } = useAct();
  const [made, setMade] = useState<{ secret: string; uri: string }>();
  const [done, setDone] = useState(false);
  const confirm = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const code = String(new FormData(event.currentTarget).get('code') ?? '').trim();
    void run(() => confirmSecondFactor(code)).then((confirmed) => {
      if (!confirmed) return;
      setDone(true);
      setMade(undefined);
    });
  };
  return (
    <Panel title={t('factor.title')}>
      {!made && !done && (
        <>
          <p>{t('factor.hint')}</p>
          <Button onPress={() => void run(async () => setMade(await beginSecondFactor()))}>{t('factor.begin')}</Button>
        </>
      )}
      {made && (
        <form onSubmit={confirm}>
          <p>{t('factor.secret')}</p>
          <p className="secret">
            <Code>{made.secret}</Code>
          </p>
          <p className="small quiet secret">
            <Code>{made.uri}</Code>
          </p>
          <Field name={t('sign_in.code')} hint={t('sign_in.code_hint')}>
            <input name="code" inputMode="numeric" autoComplete="one-time-code" required dir="ltr" />
          </Field>
          <Button submit kind="primary">
            {t('factor.confirm')}
          </Button>
        </form>
      )}
      {done && (
        <Notice state="clear" role="status">
          {t('factor.done')}
        </Notice>
      )}
      <Trouble problem={problem} />
    </Panel>
  );
}
