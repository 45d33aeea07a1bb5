import { useEffect, useState } from 'react';
import { saveInterview } from '../../api/cases';
import type { Case, CaseRules, SaveInterview } from '../../api/types';
import { getLocale, textOf, useText } from '../../lib/i18n';
import { Button } from '../../ui/Button';
import { Field } from '../../ui/Field';
import { Panel } from '../../ui/Panel';
import type { CaseAct } from './useCaseAct';

/** A draft is kept this long after the last key: each save is an entry of the journal. */
const kSaveAfterMs = 2000;

type Draft = Required<Omit<SaveInterview, 'finished'>>;

const draftOf = (one: Case): Draft => ({
  form: one.interview?.form ?? 'tourism',
  language: one.interview?.language ?? '',
  interpreter_mode: one.interview?.interpreter_mode ?? 'none',
  interpreter: one.interview?.interpreter ?? '',
  needs: one.interview?.needs ?? [],
  answers: one.interview?.answers ?? [],
});

/** Questions of the purpose, in the officer's language; what is typed is kept by itself. */
export function InterviewPanel({ one, rules, act }: { one: Case; rules: CaseRules; act: CaseAct }) {
  const t = useText();
  const [draft, setDraft] = useState(() => draftOf(one));
  const [dirty, setDirty] = useState(false);
  const { run, busy } = act;
  const open = one.yours && (one.state === 'waiting' || one.state === 'taken');
  useEffect(() => {
    if (!dirty || !open || busy) return;
    const timer = setTimeout(() => run(() => saveInterview(one, draft), () => setDirty(false)), kSaveAfterMs);
    return () => clearTimeout(timer);
  }, [one, draft, dirty, open, busy, run]);
  const change = (part: Partial<Draft>) => {
    setDraft({ ...draft, ...part });
    setDirty(true);
  };
  const language = getLocale().slice(0, 2);
  const form = rules.interviews.forms.find((each) => each.purpose === draft.form);
  const textFor = (id: string) => {
    const texts = rules.interviews.questions.find((question) => question.id === id)?.text ?? {};
    return texts[language] ?? texts['en'] ?? id;
  };
  const answer = (question: string, text: string) =>
    change({ answers: [...draft.answers.filter((each) => each.question !== question), ...(text === '' ? [] : [{ question, answer: text }])] });
  const toggle = (need: string) =>
    change({ needs: draft.needs.includes(need) ? draft.needs.filter((each) => each !== need) : [...draft.needs, need] });
  const finish = () => run(() => saveInterview(one, { ...draft, finished: true }), () => setDirty(false));
  return (
    <Panel title={t('case.interview')} aside={<span role="status">{dirty ? t('case.not_kept') : one.interview ? t('case.kept') : ''}</span>}>
      <fieldset className="case-form" disabled={!open}>
        <legend className="hidden-text">{t('case.interview')}</legend>
        <div className="case-row">
          <Field name={t('decision.purpose')}>
            <select value={draft.form} onChange={(event) => change({ form: event.target.value, answers: [] })}>
              {rules.interviews.forms.map(({ purpose }) => (
                <option key={purpose} value={purpose}>
                  {textOf('purpose', purpose)}
                </option>
              ))}
            </select>
          </Field>
          <Field name={t('case.spoken')}>
            <input type="text" value={draft.language} maxLength={40} onChange={(event) => change({ language: event.target.value })} />
          </Field>
          <Field name={t('case.interpreter_mode')}>
            <select value={draft.interpreter_mode} onChange={(event) => change({ interpreter_mode: event.target.value })}>
              {rules.interviews.interpreter_modes.map((mode) => (
                <option key={mode} value={mode}>
                  {textOf('interpreter', mode)}
                </option>
              ))}
            </select>
          </Field>
          <Field name={t('case.interpreter')}>
            <input type="text" value={draft.interpreter} maxLength={100} onChange={(event) => change({ interpreter: event.target.value })} />
          </Field>
        </div>
        <div className="case-row" role="group" aria-label={t('case.needs')}>
          {rules.interviews.needs.map((need) => (
            <label className="choice" key={need}>
              <input type="checkbox" checked={draft.needs.includes(need)} onChange={() => toggle(need)} />
              {textOf('need', need)}
            </label>
          ))}
        </div>
        {form?.questions.map((question) => (
          <Field key={question} name={textFor(question)}>
            <textarea
              rows={2}
              maxLength={2000}
              value={draft.answers.find((each) => each.question === question)?.answer ?? ''}
              onChange={(event) => answer(question, event.target.value)}
            />
          </Field>
        ))}
        {open && <Button onPress={finish}>{t('case.finish_interview')}</Button>}
      </fieldset>
    </Panel>
  );
}
