import { useState, type FormEvent } from 'react';
import { useText } from '../../lib/i18n';
import { usePreferences } from '../../lib/preferences';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { Field } from '../../ui/Field';
import { Notice } from '../../ui/Notice';
import { inLanguage } from './words';

export function Trouble({ problem }: { problem: string | undefined }) {
  if (!problem) return null;
  return (
    <Notice state="review" role="alert">
      {problem}
    </Notice>
  );
}

/** A text of a procedure, in a language the reader knows when there is one. */
export function Text({ of, written }: { of: Record<string, string>; written: string }) {
  const { text, language } = inLanguage(of, usePreferences().language, written);
  return <bdi lang={language}>{text}</bdi>;
}

interface TextDialogProps {
  title: string;
  name: string;
  hint?: string;
  onClose: () => void;
  onGiven: (text: string) => void;
}

/** One line before an act: its reason, or what confirms it. */
export function TextDialog({ title, name, hint, onClose, onGiven }: TextDialogProps) {
  const t = useText();
  const [text, setText] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onGiven(text.trim());
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <form onSubmit={submit}>
        <Field name={name} hint={hint}>
          <input value={text} onChange={(event) => setText(event.target.value)} required maxLength={500} dir="auto" autoComplete="off" />
        </Field>
        <div className="dialog-acts">
          <Button onPress={onClose}>{t('dialog.cancel')}</Button>
          <Button submit kind="primary">
            {title}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
