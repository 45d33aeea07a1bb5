import { useState, type FormEvent } from 'react';
import { useText } from '../../lib/i18n';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { Field } from '../../ui/Field';

interface ReasonDialogProps {
  title: string;
  /** What the text is asked for; a reason when nothing else is said. */
  label?: string;
  hint?: string;
  onClose: () => void;
  onGiven: (text: string) => void;
}

/** One text before an act: its reason, or what confirms it. */
export function ReasonDialog({ title, label, hint, onClose, onGiven }: ReasonDialogProps) {
  const t = useText();
  const [text, setText] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onGiven(text.trim());
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <form onSubmit={submit}>
        <Field name={label ?? t('access.reason')} hint={hint}>
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
