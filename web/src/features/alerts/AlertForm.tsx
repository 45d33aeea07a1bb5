import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { getAlertRules } from '../../api/alerts';
import type { AlertDraft, AlertRules, OwnAlert } from '../../api/types';
import { textOf, useText } from '../../lib/i18n';
import { makeId } from '../../lib/ids';
import { Button } from '../../ui/Button';
import { Field } from '../../ui/Field';
import { Panel } from '../../ui/Panel';

const kEmpty: AlertDraft = {
  reason: '',
  owner: '',
  legal_basis: '',
  action: '',
  names: [],
  birth_date: '',
  nationality: '',
  sex: '',
  document_number: '',
  document_issuer: '',
  warnings: [],
  remarks: '',
  review_on: '',
  expires_on: '',
};

const kTexts = ['owner', 'legal_basis', 'birth_date', 'nationality', 'document_number', 'document_issuer', 'remarks'] as const;
const kMust = ['owner', 'legal_basis', 'reason', 'action', 'review_on', 'expires_on'] as const;
const kDanger = ['armed', 'violent', 'suicide_risk', 'minor'] as const;

interface FormProps {
  known: OwnAlert | undefined;
  emergency: boolean;
  onClose: () => void;
  /** With a note: an emergency, in force at once. */
  onSave: (id: string, draft: AlertDraft, note: string | undefined) => void;
}

interface ChoiceProps {
  draft: AlertDraft;
  rules: AlertRules | undefined;
  change: (part: Partial<AlertDraft>) => void;
}

function Choices({ draft, rules, change }: ChoiceProps) {
  const t = useText();
  return (
    <>
      <Field name={t('alert_field.reason')}>
        <select value={draft.reason} onChange={(event) => change({ reason: event.target.value })}>
          <option value="">{t('alerts.choose')}</option>
          {rules?.reasons.map(({ code }) => (
            <option key={code} value={code}>
              {textOf('alert_reason', code)}
            </option>
          ))}
        </select>
      </Field>
      <Field name={t('alert_field.action')}>
        <select value={draft.action} onChange={(event) => change({ action: event.target.value })}>
          <option value="">{t('alerts.choose')}</option>
          {rules?.actions.map(({ action }) => (
            <option key={action} value={action}>
              {textOf('action', action)}
            </option>
          ))}
        </select>
      </Field>
      <fieldset className="choices">
        <legend className="field-name">{t('alert_field.warnings')}</legend>
        {kDanger.map((word) => (
          <label className="choice" key={word}>
            <input
              type="checkbox"
              checked={draft.warnings.includes(word)}
              onChange={() =>
                change({ warnings: draft.warnings.includes(word) ? draft.warnings.filter((one) => one !== word) : [...draft.warnings, word] })
              }
            />
            {t(`danger.${word}`)}
          </label>
        ))}
      </fieldset>
    </>
  );
}

export function AlertForm({ known, emergency, onClose, onSave }: FormProps) {
  const t = useText();
  const [id] = useState(() => known?.id ?? makeId());
  const [draft, setDraft] = useState<AlertDraft>(known?.alert ?? kEmpty);
  const [note, setNote] = useState('');
  const [incomplete, setIncomplete] = useState(false);
  const rules = useQuery({ queryKey: ['alert-rules'], queryFn: getAlertRules, staleTime: Infinity });
  const change = (part: Partial<AlertDraft>) => setDraft({ ...draft, ...part });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const names = draft.names.map((one) => one.trim()).filter((one) => one !== '');
    const missing = kMust.some((field) => draft[field] === '') || (names.length === 0 && draft.document_number === '') || (emergency && note.trim() === '');
    setIncomplete(missing);
    if (!missing) onSave(id, { ...draft, names }, emergency ? note.trim() : undefined);
  };
  return (
    <Panel title={t(emergency ? 'alerts.emergency' : 'alerts.new')} aside={<Button onPress={onClose}>{t('dialog.close')}</Button>}>
      {emergency && <p>{t('alerts.emergency_hint', { hours: rules.data?.emergency_hours ?? 4 })}</p>}
      <form className="alert-form" onSubmit={submit}>
        <Field name={t('alert_field.names')} hint={t('alerts.names_hint')}>
          <textarea rows={2} value={draft.names.join('\n')} onChange={(event) => change({ names: event.target.value.split('\n') })} />
        </Field>
        {kTexts.map((field) => (
          <Field key={field} name={t(`alert_field.${field}`)}>
            <input type="text" value={draft[field]} onChange={(event) => change({ [field]: event.target.value })} />
          </Field>
        ))}
        <Choices draft={draft} rules={rules.data} change={change} />
        {(['review_on', 'expires_on'] as const).map((field) => (
          <Field key={field} name={t(`alert_field.${field}`)}>
            <input type="date" value={draft[field]} onChange={(event) => change({ [field]: event.target.value })} />
          </Field>
        ))}
        {emergency && (
          <Field name={t('alerts.why')}>
            <textarea rows={2} value={note} onChange={(event) => setNote(event.target.value)} />
          </Field>
        )}
        <Button submit kind={emergency ? 'danger' : 'primary'}>
          {t(emergency ? 'alerts.raise' : 'alerts.save')}
        </Button>
        <p role="alert" className="error-text">
          {incomplete ? t('alerts.incomplete') : ''}
        </p>
      </form>
    </Panel>
  );
}
