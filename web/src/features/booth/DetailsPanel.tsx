import { useState, type FormEvent } from 'react';
import type { Inspection } from '../../api/types';
import { textOf, useText } from '../../lib/i18n';
import { Button } from '../../ui/Button';
import { Field } from '../../ui/Field';
import { Panel } from '../../ui/Panel';

const kFields = ['reason', 'route', 'destination', 'companions', 'items', 'circumstances'] as const;

/** Asked of some travellers at random, and of others; the officer is not told which, and the words are the same. */
export function DetailsPanel({ inspection, onRecord }: { inspection: Inspection; onRecord: (details: Record<string, string>) => void }) {
  const t = useText();
  const [details, setDetails] = useState<Record<string, string>>({});
  if (inspection.details_recorded) {
    return (
      <Panel title={t('details.title')}>
        <p>{t('details.done')}</p>
      </Panel>
    );
  }
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onRecord(details);
  };
  return (
    <Panel title={t('details.title')}>
      <p className="small quiet">{t('details.hint')}</p>
      <form className="details-form" onSubmit={submit}>
        {kFields.map((field) => (
          <Field key={field} name={textOf('form_field', field)}>
            <input type="text" value={details[field] ?? ''} maxLength={500} onChange={(event) => setDetails({ ...details, [field]: event.target.value })} />
          </Field>
        ))}
        <Button submit>{t('details.record')}</Button>
      </form>
    </Panel>
  );
}
