import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { followSteps, getSteps, type Checklist, type SubjectKind } from '../../api/guidance';
import { formatInstant } from '../../lib/format';
import { useText } from '../../lib/i18n';
import { Button } from '../../ui/Button';
import { Field } from '../../ui/Field';
import { Notice } from '../../ui/Notice';
import { Panel } from '../../ui/Panel';
import { Text, Trouble } from './parts';
import { useAct, type Act } from './useAct';
import './procedures.css';

interface StepsPanelProps {
  kind: SubjectKind;
  subject: string;
  /** Whether the reader does this work, and it is not decided. */
  open: boolean;
  timeZone: string;
}

type Step = Checklist['procedure']['steps'][number];

function StepRow({ step, list, done, reason, onDone, onReason }: { step: Step; list: Checklist; done: boolean; reason: string; onDone: (done: boolean) => void; onReason: (reason: string) => void }) {
  const t = useText();
  return (
    <li data-step={step.id}>
      <label className="step">
        <input type="checkbox" checked={done} onChange={(event) => onDone(event.target.checked)} />
        <span>
          <Text of={step.text} written={list.procedure.language} />{' '}
          <span className="small quiet">
            {t(step.required ? 'steps.required' : 'steps.advised')}
            {step.legal_source !== '' && <bdi> · {step.legal_source}</bdi>}
          </span>
        </span>
      </label>
      {!done && step.required && (
        <Field name={t('steps.why_not')}>
          <input value={reason} onChange={(event) => onReason(event.target.value)} maxLength={500} dir="auto" autoComplete="off" />
        </Field>
      )}
    </li>
  );
}

/** What is said of each step, until it is saved. */
function StepsForm({ list, kind, subject, act }: { list: Checklist; kind: SubjectKind; subject: string; act: Act }) {
  const t = useText();
  const [done, setDone] = useState<readonly string[]>(list.done);
  const [reasons, setReasons] = useState<Record<string, string>>(Object.fromEntries(list.deviations.map((each) => [each.step, each.reason])));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const deviations = list.procedure.steps
      .filter(({ id }) => !done.includes(id) && (reasons[id] ?? '').trim() !== '')
      .map(({ id }) => ({ step: id, reason: (reasons[id] ?? '').trim() }));
    act.run(() => followSteps({ procedure_id: list.procedure_id, version: list.version, subject_kind: kind, subject, done: [...done], deviations }));
  };
  return (
    <form onSubmit={submit}>
      <ul className="step-list">
        {list.procedure.steps.map((step) => (
          <StepRow
            key={step.id}
            step={step}
            list={list}
            done={done.includes(step.id)}
            reason={reasons[step.id] ?? ''}
            onDone={(now) => setDone(now ? [...done, step.id] : done.filter((id) => id !== step.id))}
            onReason={(reason) => setReasons({ ...reasons, [step.id]: reason })}
          />
        ))}
      </ul>
      <Button submit>{t('steps.save')}</Button>
    </form>
  );
}

function StepsShown({ list }: { list: Checklist }) {
  const t = useText();
  const reasons = Object.fromEntries(list.deviations.map((each) => [each.step, each.reason]));
  const mark = (id: string) => (list.done.includes(id) ? 'done' : reasons[id] ? 'left_out' : 'to_do');
  return (
    <ul className="step-list">
      {list.procedure.steps.map((step) => (
        <li key={step.id} data-step={step.id}>
          <span aria-hidden="true">{list.done.includes(step.id) ? '☑' : '☐'}</span> <Text of={step.text} written={list.procedure.language} />{' '}
          <span className="small quiet">
            {t(`steps.${mark(step.id)}`)}
            {reasons[step.id] && <bdi>: {reasons[step.id]}</bdi>}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** The procedures in force for this work, beside it. Nothing when there is none. */
export function StepsPanel({ kind, subject, open, timeZone }: StepsPanelProps) {
  const t = useText();
  const act = useAct();
  const lists = useQuery({ queryKey: ['guidance', 'steps', kind, subject], queryFn: () => getSteps(kind, subject), gcTime: 0 });
  // The decision at the booth waits for nothing.
  const waits = ({ procedure, missing }: Checklist) => kind !== 'inspection' && procedure.required_before_decision && missing.length > 0;
  return (
    <>
      {lists.data?.map((list) => (
        <Panel key={`${list.procedure_id} ${list.version}`} title={<Text of={list.procedure.title} written={list.procedure.language} />}>
          <p className="small quiet">
            <bdi>{list.procedure.legal_source}</bdi> · {t('guidance.version', { version: list.version })}
            {list.at && <> · {t('steps.by', { name: list.officer, time: formatInstant(list.at, timeZone) })}</>}
          </p>
          {waits(list) && <Notice state="info">{t('steps.before_decision')}</Notice>}
          <Trouble problem={act.problem} />
          {open ? <StepsForm key={list.at ?? ''} list={list} kind={kind} subject={subject} act={act} /> : <StepsShown list={list} />}
        </Panel>
      ))}
    </>
  );
}
