import { useEffect, useRef, useState, type FormEvent } from 'react';
import { digitsAgree, linesOfTyped, readMrz } from '../../lib/mrz';
import { useText } from '../../lib/i18n';
import { Button } from '../../ui/Button';
import { Field } from '../../ui/Field';

const kLongest = 44;

/** What can be said of the lines while they are typed. */
function useTypedHint(lines: readonly string[], today: string): string {
  const t = useText();
  const reading = readMrz(lines, today);
  if (reading) return digitsAgree(reading) ? t('hand.agree', { format: reading.format }) : t('hand.differ', { format: reading.format });
  return lines.length === 0 ? t('hand.hint') : t('hand.lengths', { lengths: lines.map((line) => line.length).join(' + ') });
}

interface HandEntryProps {
  today: string;
  /** Takes the focus whenever this changes, unless it is 0. */
  focused: number;
  onRead: (lines: string[]) => void;
}

/** The machine readable zone typed by an officer; the inspection says so for ever. */
export function HandEntry({ today, focused, onRead }: HandEntryProps) {
  const t = useText();
  const [text, setText] = useState('');
  const [missing, setMissing] = useState(false);
  const ref = useRef<HTMLTextAreaElement>(null);
  const lines = linesOfTyped(text);
  const hint = useTypedHint(lines, today);
  useEffect(() => {
    if (focused > 0) ref.current?.focus();
  }, [focused]);
  const send = (event?: FormEvent) => {
    event?.preventDefault();
    setMissing(lines.length === 0);
    if (lines.length > 0) onRead(lines);
  };
  return (
    <form className="hand-entry" onSubmit={send}>
      <Field name={t('hand.title')} hint={hint}>
        <textarea
          ref={ref}
          rows={3}
          cols={kLongest}
          dir="ltr"
          spellCheck={false}
          autoComplete="off"
          autoCapitalize="characters"
          className="mrz-input"
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && event.ctrlKey) send(event);
          }}
        />
      </Field>
      <p role="alert" className="error-text">
        {missing ? t('hand.missing') : ''}
      </p>
      <Button submit kind="primary" size="large" keys="Ctrl+Enter">
        {t('hand.read')}
      </Button>
    </form>
  );
}
