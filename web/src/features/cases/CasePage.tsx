import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { closeCase, getCase, getCaseRules, requestAsylum, takeCase } from '../../api/cases';
import type { Case, CaseRules, Node } from '../../api/types';
import { formatBirth, formatInstant } from '../../lib/format';
import { textOf, useText } from '../../lib/i18n';
import { useNow } from '../../lib/useNow';
import { Button } from '../../ui/Button';
import { Code } from '../../ui/Code';
import { Notice } from '../../ui/Notice';
import { Panel } from '../../ui/Panel';
import { Flags, Target } from './CasesPage';
import { RefusalDialog, TextDialog } from './dialogs';
import { InterviewPanel } from './InterviewPanel';
import { ConsultationPanel, DecisionPanel, EvidencePanel, Timeline } from './parts';
import { RefusalPanel } from './RefusalPanel';
import { useCaseAct, type CaseAct } from './useCaseAct';
import './cases.css';

const isOpen = (one: Case) => one.state === 'waiting' || one.state === 'taken';

/** Who has it, and how one gets it. */
function Holder({ one, act }: { one: Case; act: CaseAct }) {
  const t = useText();
  const [asking, setAsking] = useState(false);
  if (!isOpen(one)) return <strong>{textOf('case_state', one.state)}</strong>;
  if (one.yours) return <strong>{t('case.yours')}</strong>;
  if (!one.holder) return <Button kind="primary" onPress={() => act.run(() => takeCase(one, ''))}>{t('case.take')}</Button>;
  return (
    <>
      <strong>{t('case.held_by', { name: one.holder.name })}</strong>
      <Button onPress={() => setAsking(true)}>{t('case.take_over')}</Button>
      {asking && (
        <TextDialog
          title={t('case.take_over')}
          name={t('case.reason')}
          submit={t('case.take_over')}
          act={act}
          onClose={() => setAsking(false)}
          onSend={(reason) => act.run(() => takeCase(one, reason), () => setAsking(false))}
        />
      )}
    </>
  );
}

function Why({ one, node, act }: { one: Case; node: Node; act: CaseAct }) {
  const t = useText();
  const now = useNow();
  return (
    <Panel title={t('case.why')} aside={<Holder one={one} act={act} />} pane="case">
      <p className="why">
        <strong>{one.reasons.map((reason) => textOf('referral', reason)).join(', ') || '–'}</strong> <Flags one={one} />
      </p>
      {one.note !== '' && (
        <p>
          <bdi>{one.note}</bdi>
        </p>
      )}
      <p>
        {t('case.referred_by', { name: one.opened_by.name, time: formatInstant(one.opened_at, node.time_zone) })} ·{' '}
        <Target due={one.due_at} now={now} open={isOpen(one)} />
        {one.level !== '' && <> · {textOf('level', one.level)}</>}
      </p>
      {isOpen(one) && !one.asylum && <Button onPress={() => act.run(() => requestAsylum(one))}>{t('case.request_asylum')}</Button>}
    </Panel>
  );
}

function Person({ one }: { one: Case }) {
  const t = useText();
  return (
    <Panel title={t('person.title')}>
      <dl className="pairs">
        <dt>{t('person.born')}</dt>
        <dd>{one.traveller.birth_dates.map(formatBirth).join(t('person.or')) || '–'}</dd>
        <dt>{t('person.nationality')}</dt>
        <dd>
          <Code>{one.traveller.nationality}</Code>
        </dd>
        <dt>{t('case.document')}</dt>
        <dd>
          <Code>{`${one.document.code} ${one.document.number}`}</Code>
        </dd>
      </dl>
    </Panel>
  );
}

/** What is still to be done, beside the work. */
function Checklist({ one }: { one: Case }) {
  const t = useText();
  const steps = [
    [t('case.step_taken'), one.holder !== undefined],
    [t('case.step_interview'), one.interview?.finished === true],
    [t('case.step_answers'), one.consultations.every((each) => each.answer !== undefined)],
    [t('case.step_decided'), one.decision !== undefined],
    ...(one.decision?.outcome === 'refuse' ? [[t('case.step_form'), one.refusals.some((each) => each.issued_at !== undefined)] as const] : []),
  ] as const;
  return (
    <Panel title={t('case.checklist')}>
      <ul className="steps">
        {steps.map(([text, done]) => (
          <li key={text} data-done={done}>
            <span aria-hidden="true">{done ? '☑' : '☐'}</span> {text} <span className="hidden-text">{done ? t('case.done') : t('case.to_do')}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

interface CasePageProps {
  id: string;
  node: Node;
  printLink: (refusal: string, language: string, text: string) => ReactNode;
  /** The procedures beside the work, open to who does it. */
  steps: (open: boolean) => ReactNode;
}

function CaseView({ one, rules, node, printLink, steps }: Omit<CasePageProps, 'id'> & { one: Case; rules: CaseRules }) {
  const t = useText();
  const act = useCaseAct(one.id);
  const [refusing, setRefusing] = useState(false);
  const open = one.yours && isOpen(one);
  const waits = one.refusals.some((each) => each.state === 'proposed');
  return (
    <div className="case-columns">
      <div className="case-main">
        {act.problem && (
          <Notice state="review" role="alert">
            {act.problem}
          </Notice>
        )}
        <Why one={one} node={node} act={act} />
        {one.decision && (
          <Notice state="info">
            {textOf('outcome', one.decision.outcome)}
            {one.decision.handed_to !== '' && `: ${textOf('authority', one.decision.handed_to)}`} ·{' '}
            {t('case.decided_by', { name: one.decision.officer.name, time: formatInstant(one.decision.at, node.time_zone) })}
          </Notice>
        )}
        {one.refusals.map((refusal) => (
          <RefusalPanel key={refusal.id} one={one} refusal={refusal} rules={rules} node={node} act={act} printLink={printLink} />
        ))}
        {open && !waits && <DecisionPanel one={one} act={act} rules={rules} onRefuse={() => !one.asylum && setRefusing(true)} />}
        <InterviewPanel key={`${one.id} ${one.holder?.id ?? ''}`} one={one} rules={rules} act={act} />
        <EvidencePanel one={one} node={node} act={act} open={open} />
        <ConsultationPanel one={one} node={node} act={act} open={open} rules={rules} />
      </div>
      <div className="case-side">
        <Person one={one} />
        {steps(open)}
        <Checklist one={one} />
        {one.state === 'decided' && <Button onPress={() => act.run(() => closeCase(one, ''))}>{t('case.close')}</Button>}
        <Timeline one={one} node={node} />
      </div>
      {refusing && <RefusalDialog one={one} act={act} onClose={() => setRefusing(false)} />}
    </div>
  );
}

export function CasePage({ id, node, printLink, steps }: CasePageProps) {
  const t = useText();
  const found = useQuery({ queryKey: ['case', id], queryFn: () => getCase(id), gcTime: 0 });
  const rules = useQuery({ queryKey: ['case-rules'], queryFn: getCaseRules, staleTime: Infinity });
  const one = found.data;
  return (
    <main className="page">
      <h1>
        {one ? (
          <bdi translate="no">
            {`${one.traveller.primary_identifier} ${one.traveller.secondary_identifier}`.trim() || t('person.no_name')}
          </bdi>
        ) : (
          t('cases.title')
        )}
      </h1>
      {(found.isPending || rules.isPending) && <p className="quiet">{t('state.pending')}</p>}
      {(found.isError || rules.isError) && <p className="error-text">{t('problem.other')}</p>}
      {one && rules.data && <CaseView one={one} rules={rules.data} node={node} printLink={printLink} steps={steps} />}
    </main>
  );
}
