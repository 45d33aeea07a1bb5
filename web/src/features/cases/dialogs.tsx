import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent, type ReactNode } from 'react';
import { proposeRefusal } from '../../api/cases';
import { getRefusalGrounds } from '../../api/inspections';
import type { Case, Refusal } from '../../api/types';
import { textOf, useText } from '../../lib/i18n';
import { Button } from '../../ui/Button';
import { Code } from '../../ui/Code';
import { Dialog } from '../../ui/Dialog';
import { Field } from '../../ui/Field';
import type { CaseAct } from './useCaseAct';

interface FrameProps {
  title: string;
  submit: string;
  danger?: boolean;
  problem: string | undefined;
  onClose: () => void;
  onSubmit: () => void;
  children: ReactNode;
}

function Frame({ title, submit, danger, problem, onClose, onSubmit, children }: FrameProps) {
  const t = useText();
  const send = (event: FormEvent) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <form className="case-form" onSubmit={send}>
        {children}
        <p role="alert" className="error-text">
          {problem}
        </p>
        <div className="dialog-acts">
          <Button onPress={onClose}>{t('dialog.cancel')}</Button>
          <Button submit kind={danger ? 'danger' : 'primary'}>
            {submit}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

interface TextDialogProps {
  title: string;
  name: string;
  hint?: ReactNode;
  submit: string;
  act: CaseAct;
  onClose: () => void;
  onSend: (text: string) => void;
}

/** One text and one button: a reason, or the last characters of a number. */
export function TextDialog({ title, name, hint, submit, act, onClose, onSend }: TextDialogProps) {
  const t = useText();
  const [text, setText] = useState('');
  const [missing, setMissing] = useState(false);
  const send = () => {
    setMissing(text.trim() === '');
    if (text.trim() !== '') onSend(text.trim());
  };
  return (
    <Frame title={title} submit={submit} problem={missing ? t('case.text_missing') : act.problem} onClose={onClose} onSubmit={send}>
      <Field name={name} hint={hint}>
        <input type="text" value={text} maxLength={2000} autoComplete="off" onChange={(event) => setText(event.target.value)} />
      </Field>
    </Frame>
  );
}

/** The second person sees what takes effect, and types the end of the form's number. */
export function ApproveDialog({ refusal, ...rest }: { refusal: Refusal; act: CaseAct; onClose: () => void; onSend: (typed: string) => void }) {
  const t = useText();
  const hint = (
    <>
      {t('case.number')} <Code>{refusal.number}</Code>
    </>
  );
  return <TextDialog title={t('case.approve_title')} name={t('case.approve_typed')} hint={hint} submit={t('case.approve')} {...rest} />;
}

export function RefusalDialog({ one, act, onClose }: { one: Case; act: CaseAct; onClose: () => void }) {
  const t = useText();
  const grounds = useQuery({ queryKey: ['refusal-grounds'], queryFn: getRefusalGrounds, staleTime: Infinity });
  const [letters, setLetters] = useState<string[]>(one.suggested_grounds);
  const [facts, setFacts] = useState('');
  const [carrier, setCarrier] = useState('');
  const [vehicle, setVehicle] = useState('');
  const [returnOn, setReturnOn] = useState('');
  const [returnTo, setReturnTo] = useState('');
  const [complaint, complain] = useState<string>();
  const toggle = (letter: string) =>
    setLetters(letters.includes(letter) ? letters.filter((each) => each !== letter) : [...letters, letter].sort());
  const send = () => {
    const problem = letters.length === 0 ? t('problem.refusal_needs_ground') : facts.trim() === '' ? t('problem.facts_required') : undefined;
    complain(problem);
    if (problem) return;
    const informed = carrier === '' ? {} : { informed_at: new Date().toISOString().replace('Z', '000Z') };
    const removal = { destination: returnTo, ...(returnOn === '' ? {} : { on: returnOn }) };
    act.run(() => proposeRefusal(one, { grounds: letters, facts: facts.trim(), carrier: { name: carrier, vehicle, ...informed }, removal }), onClose);
  };
  return (
    <Frame title={t('case.refuse_title')} submit={t('case.propose')} danger problem={complaint ?? act.problem} onClose={onClose} onSubmit={send}>
      <fieldset className="choices">
        <legend className="field-name">{t('refuse.grounds')}</legend>
        {grounds.data?.grounds.map(({ letter, word }) => (
          <label className="choice" key={letter}>
            <input type="checkbox" value={letter} checked={letters.includes(letter)} onChange={() => toggle(letter)} />
            <bdi className="choice-letter">{letter}</bdi>
            {textOf('ground', word)}
          </label>
        ))}
      </fieldset>
      <Field name={t('refuse.facts')} hint={t('refuse.facts_hint')}>
        <textarea rows={3} value={facts} maxLength={2000} onChange={(event) => setFacts(event.target.value)} />
      </Field>
      <div className="case-row">
        <Field name={t('case.carrier')} hint={t('case.carrier_hint')}>
          <input type="text" value={carrier} maxLength={100} onChange={(event) => setCarrier(event.target.value)} />
        </Field>
        <Field name={t('case.vehicle')}>
          <input type="text" value={vehicle} maxLength={60} onChange={(event) => setVehicle(event.target.value)} />
        </Field>
        <Field name={t('case.return_on')}>
          <input type="date" value={returnOn} onChange={(event) => setReturnOn(event.target.value)} />
        </Field>
        <Field name={t('case.return_to')}>
          <input type="text" value={returnTo} maxLength={100} onChange={(event) => setReturnTo(event.target.value)} />
        </Field>
      </div>
      <p className="small quiet">{t('case.two_persons')}</p>
    </Frame>
  );
}
