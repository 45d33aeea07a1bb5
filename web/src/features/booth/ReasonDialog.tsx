import { useState, type FormEvent, type ReactNode } from 'react';
import { useText } from '../../lib/i18n';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { Field } from '../../ui/Field';

interface ReasonDialogProps {
  title: string;
  submit: ReactNode;
  keys: string;
  danger?: boolean;
  onClose: () => void;
  /** Answers a text when it may not be sent yet; undefined when it may. */
  check: (note: string) => string | undefined;
  onSubmit: (note: string) => void;
  noteName: string;
  noteHint?: string | undefined;
  changed: boolean;
  children: ReactNode;
}

/** The frame of all three decision dialogs: choices, a note, one button that decides. The key that opened it sends it. */
export function ReasonDialog(props: ReasonDialogProps) {
  const t = useText();
  const [note, setNote] = useState('');
  const [complaint, complain] = useState<string>();
  const [leaving, setLeaving] = useState(false);
  const send = (event?: FormEvent) => {
    event?.preventDefault();
    const problem = props.check(note.trim());
    complain(problem);
    if (problem === undefined) props.onSubmit(note.trim());
  };
  const mayClose = () => {
    if (leaving || (note.trim() === '' && !props.changed)) return true;
    setLeaving(true);
    return false;
  };
  return (
    <Dialog title={props.title} onClose={props.onClose} mayClose={mayClose}>
      <form
        className="reason-form"
        onSubmit={send}
        onKeyDown={(event) => {
          const pressed = event.shiftKey ? `Shift+${event.key}` : event.key;
          if (pressed !== props.keys || event.repeat) return;
          event.preventDefault();
          send();
        }}
      >
        {props.children}
        <Field name={props.noteName} hint={props.noteHint}>
          <textarea rows={2} value={note} maxLength={2000} onChange={(event) => setNote(event.target.value)} />
        </Field>
        <p role="alert" className="error-text">
          {complaint}
        </p>
        {leaving && <p role="status">{t('dialog.leave')}</p>}
        <div className="dialog-acts">
          <Button size="large" onPress={props.onClose} keys="Esc">
            {t('dialog.cancel')}
          </Button>
          <Button size="large" kind={props.danger ? 'danger' : 'primary'} submit keys={props.keys}>
            {props.submit}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

interface ChoicesProps<W extends string> {
  legend: string;
  name: string;
  words: readonly W[];
  textOf: (word: W) => string;
  chosen: W | undefined;
  choose: (word: W) => void;
}

/** One of a few words. The chosen one, or the first, has the focus when the dialog opens. */
export function Choices<W extends string>({ legend, name, words, textOf, chosen, choose }: ChoicesProps<W>) {
  return (
    <fieldset className="choices">
      <legend className="field-name">{legend}</legend>
      {words.map((word) => (
        <label className="choice" key={word}>
          <input type="radio" name={name} value={word} checked={chosen === word} onChange={() => choose(word)} />
          {textOf(word)}
        </label>
      ))}
    </fieldset>
  );
}
