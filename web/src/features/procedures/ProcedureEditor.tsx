import { useState, type FormEvent } from 'react';
import type { Binding, Procedure, ProcedureList } from '../../api/guidance';
import { textOf, useText } from '../../lib/i18n';
import { Button } from '../../ui/Button';
import { Field } from '../../ui/Field';
import { Panel } from '../../ui/Panel';
import { bindingText, kLanguages } from './words';

type Step = Procedure['steps'][number];
type Texts = Record<string, string>;

const kLineMax = 250;

const isSame = (a: Binding, b: Binding) => a.kind === b.kind && a.word === b.word;

/** An id no step has, so that what was done by an earlier version still means the same step. */
function newStepId(steps: readonly Step[]): string {
  const numbers = steps.map(({ id }) => Number(/^step_(\d+)$/.exec(id)?.[1] ?? 0));
  return `step_${Math.max(0, ...numbers) + 1}`;
}

/** Texts that say something; the others are not sent. */
const filled = (texts: Texts): Texts => Object.fromEntries(Object.entries(texts).filter(([, text]) => text.trim() !== ''));

interface TextsFieldProps {
  name: string;
  texts: Texts;
  written: string;
  onChange: (texts: Texts) => void;
}

/** One text in the language of the procedure, and folded away in the others. */
function TextsField({ name, texts, written, onChange }: TextsFieldProps) {
  const t = useText();
  const field = (language: string, label: string, must: boolean) => (
    <Field key={language} name={label}>
      <input
        value={texts[language] ?? ''}
        lang={language}
        dir="auto"
        required={must}
        maxLength={kLineMax}
        autoComplete="off"
        onChange={(event) => onChange({ ...texts, [language]: event.target.value })}
      />
    </Field>
  );
  return (
    <div className="wide">
      {field(written, name, true)}
      <details>
        <summary>{t('guidance.other_languages')}</summary>
        {kLanguages.filter((language) => language !== written).map((language) => field(language, textOf('language', language), false))}
      </details>
    </div>
  );
}

function Bindings({ list, bindings, onChange }: { list: ProcedureList; bindings: Binding[]; onChange: (bindings: Binding[]) => void }) {
  const t = useText();
  const all: Binding[] = [
    ...list.tasks.map((word) => ({ kind: 'task' as const, word })),
    ...list.lanes.map((word) => ({ kind: 'lane' as const, word })),
    ...list.alert_actions.map((word) => ({ kind: 'alert_action' as const, word })),
  ];
  return (
    <fieldset className="wide">
      <legend className="field-name">{t('guidance.bound_to')}</legend>
      {all.map((one) => (
        <label key={`${one.kind} ${one.word}`} className="guidance-choice">
          <input
            type="checkbox"
            checked={bindings.some((each) => isSame(each, one))}
            onChange={(event) => onChange(event.target.checked ? [...bindings, one] : bindings.filter((each) => !isSame(each, one)))}
          />
          {bindingText(one)}
        </label>
      ))}
    </fieldset>
  );
}

interface StepEditorProps {
  step: Step;
  number: number;
  written: string;
  onChange: (step: Step) => void;
  onRemove: () => void;
}

function StepEditor({ step, number, written, onChange, onRemove }: StepEditorProps) {
  const t = useText();
  return (
    <li className="guidance-form">
      <TextsField name={t('guidance.step', { number })} texts={step.text} written={written} onChange={(text) => onChange({ ...step, text })} />
      <label className="guidance-choice">
        <input type="checkbox" checked={step.required} onChange={(event) => onChange({ ...step, required: event.target.checked })} />
        {t('steps.required')}
      </label>
      <Field name={t('guidance.legal_source')}>
        <input
          value={step.legal_source}
          maxLength={kLineMax}
          dir="auto"
          autoComplete="off"
          onChange={(event) => onChange({ ...step, legal_source: event.target.value })}
        />
      </Field>
      <Button onPress={onRemove}>{t('guidance.remove_step', { number })}</Button>
    </li>
  );
}

interface EditorProps {
  list: ProcedureList;
  start: Procedure;
  onSave: (procedure: Procedure) => void;
  onClose: () => void;
}

/** Writes a version: what it is about, what it is bound to, its steps. */
export function ProcedureEditor({ list, start, onSave, onClose }: EditorProps) {
  const t = useText();
  const [draft, setDraft] = useState(start);
  const change = (part: Partial<Procedure>) => setDraft((now) => ({ ...now, ...part }));
  const setStep = (at: number, step: Step) => change({ steps: draft.steps.map((each, index) => (index === at ? step : each)) });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSave({ ...draft, title: filled(draft.title), steps: draft.steps.map((step) => ({ ...step, text: filled(step.text) })) });
  };
  return (
    <Panel title={t('guidance.write')}>
      <form className="guidance-form" onSubmit={submit}>
        <Field name={t('guidance.language')}>
          <select value={draft.language} onChange={(event) => change({ language: event.target.value as Procedure['language'] })}>
            {kLanguages.map((language) => (
              <option key={language} value={language}>
                {textOf('language', language)}
              </option>
            ))}
          </select>
        </Field>
        <Field name={t('guidance.in_force_from')}>
          <input type="date" required value={draft.in_force_from} onChange={(event) => change({ in_force_from: event.target.value })} />
        </Field>
        <TextsField name={t('guidance.title')} texts={draft.title} written={draft.language} onChange={(title) => change({ title })} />
        <Field name={t('guidance.law')}>
          <input value={draft.legal_source} required maxLength={kLineMax} dir="auto" autoComplete="off" onChange={(event) => change({ legal_source: event.target.value })} />
        </Field>
        <Bindings list={list} bindings={draft.bindings} onChange={(bindings) => change({ bindings })} />
        <label className="guidance-choice wide">
          <input type="checkbox" checked={draft.required_before_decision} onChange={(event) => change({ required_before_decision: event.target.checked })} />
          {t('guidance.required_before_decision')}
        </label>
        <ol className="guidance-list wide">
          {draft.steps.map((step, at) => (
            <StepEditor
              key={step.id}
              step={step}
              number={at + 1}
              written={draft.language}
              onChange={(next) => setStep(at, next)}
              onRemove={() => change({ steps: draft.steps.filter((_, index) => index !== at) })}
            />
          ))}
        </ol>
        <Button onPress={() => change({ steps: [...draft.steps, { id: newStepId(draft.steps), required: true, text: {}, legal_source: '' }] })}>
          {t('guidance.add_step')}
        </Button>
        <Button onPress={onClose}>{t('dialog.cancel')}</Button>
        <Button submit kind="primary">
          {t('guidance.save_draft')}
        </Button>
      </form>
    </Panel>
  );
}
