import { useRef, useState, type FormEvent } from 'react';
import { addEvidence, answerConsultation, consult, decideCase, evidencePath } from '../../api/cases';
import type { Case, CaseRules, Node } from '../../api/types';
import { formatInstant, formatNumber } from '../../lib/format';
import { textOf, useText } from '../../lib/i18n';
import { Button } from '../../ui/Button';
import { Field } from '../../ui/Field';
import { Panel } from '../../ui/Panel';
import { TextDialog } from './dialogs';
import type { CaseAct } from './useCaseAct';

interface PartProps {
  one: Case;
  node: Node;
  act: CaseAct;
  /** This officer works on the open case. */
  open: boolean;
}

export function Timeline({ one, node }: Pick<PartProps, 'one' | 'node'>) {
  const t = useText();
  return (
    <Panel title={t('case.timeline')}>
      <ol className="timeline">
        {one.timeline.map((each) => (
          <li key={`${each.at} ${each.type} ${each.detail}`}>
            <span className="small quiet nowrap">{formatInstant(each.at, node.time_zone)}</span> {textOf('case_act', each.type)}{' '}
            {each.type === 'case.escalated' && <strong>{textOf('level', each.detail)}</strong>}
            {each.type === 'case.taken' && each.detail !== '' && <>{t('case.taken_from', { name: each.detail })}</>}{' '}
            <span className="quiet">
              <bdi>{each.officer === 'node' ? t('case.by_node') : each.officer}</bdi>
            </span>
          </li>
        ))}
      </ol>
    </Panel>
  );
}

export function EvidencePanel({ one, node, act, open }: PartProps) {
  const t = useText();
  const input = useRef<HTMLInputElement>(null);
  const send = (file: File | undefined) => {
    if (file) act.run(() => addEvidence(one, file), () => input.current && (input.current.value = ''));
  };
  return (
    <Panel title={t('case.evidence')}>
      {one.evidence.length === 0 && <p className="quiet">{t('case.no_evidence')}</p>}
      <ul className="files">
        {one.evidence.map((file) => (
          <li key={file.id}>
            {file.preview && <img src={evidencePath(one, file.id)} alt={file.file_name} loading="lazy" />}
            <a href={evidencePath(one, file.id)} download={file.file_name}>
              <bdi>{file.file_name}</bdi>
            </a>{' '}
            <span className="small quiet">
              {t('case.file', { bytes: formatNumber(file.size), time: formatInstant(file.at, node.time_zone), name: file.officer.name })}
            </span>
          </li>
        ))}
      </ul>
      {open && (
        <Field name={t('case.add_file')} hint={t('case.file_hint')}>
          <input ref={input} type="file" onChange={(event) => send(event.target.files?.[0])} />
        </Field>
      )}
    </Panel>
  );
}

const kMinutes = 30;

function Ask({ one, rules, act }: { one: Case; rules: CaseRules; act: CaseAct }) {
  const t = useText();
  const [unit, setUnit] = useState(rules.targets.units[0] ?? '');
  const [question, setQuestion] = useState('');
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (question.trim() !== '') act.run(() => consult(one, { unit, question: question.trim(), minutes: kMinutes }), () => setQuestion(''));
  };
  return (
    <form className="case-row" onSubmit={send}>
      <Field name={t('case.unit')}>
        <select value={unit} onChange={(event) => setUnit(event.target.value)}>
          {rules.targets.units.map((each) => (
            <option key={each} value={each}>
              {textOf('unit', each)}
            </option>
          ))}
        </select>
      </Field>
      <Field name={t('case.question')} hint={t('case.question_hint', { minutes: kMinutes })}>
        <input type="text" value={question} maxLength={1000} onChange={(event) => setQuestion(event.target.value)} />
      </Field>
      <Button submit>{t('case.ask')}</Button>
    </form>
  );
}

export function ConsultationPanel({ one, node, act, open, rules }: PartProps & { rules: CaseRules }) {
  const t = useText();
  const [answering, setAnswering] = useState<string>();
  const close = () => setAnswering(undefined);
  return (
    <Panel title={t('case.consultation')}>
      <ul className="files">
        {one.consultations.map((each) => (
          <li key={each.id}>
            <strong>{textOf('unit', each.unit)}</strong> <bdi>{each.question}</bdi>{' '}
            <span className={each.lapsed ? 'late' : 'small quiet'}>
              {each.lapsed ? t('case.lapsed') : t('case.until', { time: formatInstant(each.due_at, node.time_zone) })}
            </span>
            {each.answer === undefined ? (
              <Button onPress={() => setAnswering(each.id)}>{t('case.answer')}</Button>
            ) : (
              <p>
                <bdi>{each.answer}</bdi> <span className="small quiet">{each.answered_by?.name}</span>
              </p>
            )}
          </li>
        ))}
      </ul>
      {open && <Ask one={one} rules={rules} act={act} />}
      {answering && (
        <TextDialog title={t('case.answer')} name={t('case.answer')} submit={t('case.answer')} act={act} onClose={close} onSend={(text) => act.run(() => answerConsultation(one, answering, text), close)} />
      )}
    </Panel>
  );
}

const kAuthorities = ['police', 'asylum_authority', 'health'] as const;

/** Admission with conditions, or hand-over. A refusal has a form of its own. */
export function DecisionPanel({ one, act, rules, onRefuse }: { one: Case; act: CaseAct; rules: CaseRules; onRefuse: () => void }) {
  const t = useText();
  const [conditions, setConditions] = useState<string[]>([]);
  const [note, setNote] = useState('');
  const [authority, setAuthority] = useState<(typeof kAuthorities)[number]>(one.asylum ? 'asylum_authority' : 'police');
  const noted = note.trim() === '' ? {} : { note: note.trim() };
  const toggle = (word: string) => setConditions(conditions.includes(word) ? conditions.filter((each) => each !== word) : [...conditions, word]);
  return (
    <Panel title={t('case.decision')}>
      <div className="case-form">
        <div className="case-row" role="group" aria-label={t('case.conditions')}>
          {rules.targets.conditions.map((word) => (
            <label className="choice" key={word}>
              <input type="checkbox" checked={conditions.includes(word)} onChange={() => toggle(word)} />
              {textOf('condition', word)}
            </label>
          ))}
        </div>
        <Field name={t('decision.note')}>
          <textarea rows={2} value={note} maxLength={2000} onChange={(event) => setNote(event.target.value)} />
        </Field>
        <div className="case-row">
          <Button kind="primary" onPress={() => act.run(() => decideCase(one, { outcome: 'admit', conditions, ...noted }))}>
            {t('case.admit')}
          </Button>
          <Button kind="danger" onPress={onRefuse} closedBy={one.asylum ? 'refusal-closed' : undefined}>
            {t('case.refuse')}
          </Button>
          <Field name={t('case.authority')}>
            <select value={authority} onChange={(event) => setAuthority(event.target.value as typeof authority)}>
              {kAuthorities.map((word) => (
                <option key={word} value={word}>
                  {textOf('authority', word)}
                </option>
              ))}
            </select>
          </Field>
          <Button onPress={() => act.run(() => decideCase(one, { outcome: 'hand_over', handed_to: authority, ...noted }))}>{t('case.hand_over')}</Button>
        </div>
        {one.asylum && <p id="refusal-closed">{t('problem.asylum_requested')}</p>}
      </div>
    </Panel>
  );
}
