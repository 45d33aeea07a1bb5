import { useState, type FormEvent } from 'react';
import type { OwnAlert } from '../../api/types';
import { formatDate } from '../../lib/format';
import { textOf, useText } from '../../lib/i18n';
import { Button } from '../../ui/Button';
import { Code } from '../../ui/Code';
import { Dialog } from '../../ui/Dialog';
import { Field } from '../../ui/Field';

const kConfirmation = 4;

/** The second person sees the whole alert, and types the end of its number: nobody approves by reflex. */
export function ApproveDialog({ alert, onClose, onApprove }: { alert: OwnAlert; onClose: () => void; onApprove: (typed: string) => void }) {
  const t = useText();
  const [typed, setTyped] = useState('');
  const { alert: text } = alert;
  const ready = typed.trim().length === kConfirmation;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (ready) onApprove(typed.trim());
  };
  const rows: [string, string][] = [
    [t('alert_field.names'), text.names.join(' · ')],
    [t('alert_field.birth_date'), formatDate(text.birth_date)],
    [t('alert_field.nationality'), text.nationality],
    [t('alert_field.document_number'), text.document_number],
    [t('alert_field.reason'), textOf('alert_reason', text.reason)],
    [t('alert_field.legal_basis'), text.legal_basis],
    [t('alert_field.owner'), text.owner],
    [t('alert_field.action'), textOf('action', text.action)],
    [t('alert_field.warnings'), text.warnings.join(' · ')],
    [t('alert_field.remarks'), text.remarks],
    [t('alert_field.review_on'), formatDate(text.review_on)],
    [t('alert_field.expires_on'), formatDate(text.expires_on)],
    [t('alerts.why'), alert.note],
  ];
  return (
    <Dialog title={t(alert.state === 'withdrawal_proposed' ? 'alerts.approve_withdrawal' : 'alerts.approve')} onClose={onClose}>
      <form onSubmit={submit}>
        <table className="evidence">
          <tbody>
            {rows.map(([name, value]) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>
                  <bdi>{value === '' ? '–' : value}</bdi>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <p>
          {t('alerts.number')} <Code>{alert.id}</Code>
        </p>
        <Field name={t('alerts.confirmation')}>
          <input type="text" value={typed} maxLength={kConfirmation} autoComplete="off" onChange={(event) => setTyped(event.target.value)} />
        </Field>
        <div className="dialog-acts">
          <Button size="large" onPress={onClose} keys="Esc">
            {t('dialog.cancel')}
          </Button>
          <Button size="large" kind="primary" submit>
            {t('alerts.approve_act')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

export function NoteDialog({ title, onClose, onSend }: { title: string; onClose: () => void; onSend: (note: string) => void }) {
  const t = useText();
  const [note, setNote] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (note.trim() !== '') onSend(note.trim());
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <form onSubmit={submit}>
        <Field name={t('alerts.why')}>
          <textarea rows={2} value={note} maxLength={2000} onChange={(event) => setNote(event.target.value)} />
        </Field>
        <div className="dialog-acts">
          <Button size="large" onPress={onClose} keys="Esc">
            {t('dialog.cancel')}
          </Button>
          <Button size="large" kind="primary" submit>
            {t('alerts.send')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
