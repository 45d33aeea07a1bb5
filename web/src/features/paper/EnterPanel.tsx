import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { enterPaperForm } from '../../api/paper';
import type { EnterPaperForm } from '../../api/types';
import { useText } from '../../lib/i18n';
import { Button } from '../../ui/Button';
import { Field } from '../../ui/Field';
import { Notice } from '../../ui/Notice';
import { Panel } from '../../ui/Panel';
import { Refusal } from './PaperPage';

type Fields = NonNullable<EnterPaperForm['fields']>;

/** What the typed form says, as the node wants it. */
function bodyOf(form: FormData, byFields: boolean): EnterPaperForm {
  const text = (name: string) => String(form.get(name) ?? '').trim();
  const refused = text('outcome') === 'refuse';
  return {
    number: text('number'),
    happened_at: new Date(text('happened')).toISOString().replace('Z', '000Z'),
    decided_by: text('decided_by'),
    direction: text('direction') as EnterPaperForm['direction'],
    outcome: refused ? 'refuse' : 'admit',
    ...(text('lane') ? { lane: text('lane') } : {}),
    ...(refused ? { grounds: text('grounds').toUpperCase().split(/[\s,]+/).filter(Boolean) } : {}),
    ...(byFields
      ? {
          fields: {
            document_number: text('document'),
            issuer: text('issuer'),
            nationality: text('nationality'),
            surname: text('surname'),
            given_names: text('given_names'),
            birth_date: text('born'),
            sex: text('sex') as Fields['sex'],
            expires_on: text('expires'),
          },
        }
      : { mrz: text('mrz') }),
  };
}

function DocumentFields() {
  const t = useText();
  const texts = [
    ['surname', t('paper.surname'), 100],
    ['given_names', t('paper.given_names'), 100],
    ['document', t('paper.document'), 40],
    ['issuer', t('paper.issuer'), 3],
    ['nationality', t('paper.nationality'), 3],
  ] as const;
  return (
    <>
      {texts.map(([name, label, length]) => (
        <Field key={name} name={label}>
          <input name={name} required={name !== 'given_names'} maxLength={length} autoComplete="off" spellCheck={false} />
        </Field>
      ))}
      <Field name={t('paper.born')}>
        <input name="born" type="date" required />
      </Field>
      <Field name={t('paper.expires')}>
        <input name="expires" type="date" required />
      </Field>
      <Field name={t('paper.sex')}>
        <select name="sex" defaultValue="unspecified">
          <option value="female">{t('paper.female')}</option>
          <option value="male">{t('paper.male')}</option>
          <option value="unspecified">{t('paper.unspecified')}</option>
        </select>
      </Field>
    </>
  );
}

/** A crossing that happened on paper is put on record; what the lists have of the person is found later. */
export function EnterPanel({ lanes, lane }: { lanes: string[]; lane: string }) {
  const t = useText();
  const client = useQueryClient();
  const [byFields, setByFields] = useState(false);
  const [refused, setRefused] = useState(false);
  const job = useMutation({
    mutationFn: ({ body }: { body: EnterPaperForm; form: HTMLFormElement }) => enterPaperForm(body),
    onSuccess: async (_, { form }) => {
      form.reset();
      setRefused(false);
      await client.invalidateQueries({ queryKey: ['paper'] });
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    if (!job.isPending) job.mutate({ body: bodyOf(new FormData(form), byFields), form });
  };
  return (
    <Panel title={t('paper.enter')}>
      <form className="paper-form" onSubmit={submit}>
        <Field name={t('paper.number')}>
          <input name="number" required maxLength={40} autoComplete="off" spellCheck={false} />
        </Field>
        <Field name={t('paper.happened')}>
          <input name="happened" type="datetime-local" required />
        </Field>
        <Field name={t('paper.decided_by')}>
          <input name="decided_by" required maxLength={200} autoComplete="off" dir="auto" />
        </Field>
        <Field name={t('paper.direction')}>
          <select name="direction" defaultValue="entry">
            <option value="entry">{t('direction.entry')}</option>
            <option value="exit">{t('direction.exit')}</option>
          </select>
        </Field>
        <Field name={t('place.lane')}>
          <select name="lane" defaultValue={lanes.includes(lane) ? lane : ''}>
            <option value="">–</option>
            {lanes.map((one) => (
              <option key={one} value={one}>
                {one}
              </option>
            ))}
          </select>
        </Field>
        <Field name={t('paper.outcome')}>
          <select name="outcome" defaultValue="admit" onChange={(event) => setRefused(event.target.value === 'refuse')}>
            <option value="admit">{t('paper.admit')}</option>
            <option value="refuse">{t('paper.refuse')}</option>
          </select>
        </Field>
        {refused && (
          <Field name={t('paper.grounds')}>
            <input name="grounds" required maxLength={30} autoComplete="off" spellCheck={false} />
          </Field>
        )}
        <label className="choice">
          <input type="checkbox" checked={byFields} onChange={(event) => setByFields(event.target.checked)} />
          {t('paper.by_fields')}
        </label>
        {byFields ? (
          <DocumentFields />
        ) : (
          <Field name={t('paper.mrz')}>
            <textarea name="mrz" className="mono" rows={3} required maxLength={200} spellCheck={false} dir="ltr" />
          </Field>
        )}
        <Button submit kind="primary">
          {t('paper.submit')}
        </Button>
      </form>
      <Refusal error={job.error} />
      {job.data && (
        <Notice state={job.data.hits_found_later > 0 ? 'review' : 'clear'} role="status">
          {t('paper.done', { number: job.data.form.number, hits: job.data.hits_found_later })}
        </Notice>
      )}
    </Panel>
  );
}
