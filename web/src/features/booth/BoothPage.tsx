import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import type { Decide, Hit, Inspection, Node, Session } from '../../api/types';
import { getRefusalGrounds } from '../../api/inspections';
import { todayIn } from '../../lib/format';
import { textOf, useText } from '../../lib/i18n';
import { useStore } from '../../lib/store';
import { useKeys } from '../../lib/useKeys';
import { Button } from '../../ui/Button';
import { focusPane } from '../../ui/panes';
import * as acts from './booth-acts';
import { boothOf, type Booth, type BoothState, type Place, type Traveller } from './booth-state';
import { ChecksPanel } from './ChecksPanel';
import { closedOf, DecisionBar, type Grant } from './DecisionBar';
import { AdmitDialog, ReferDialog, RefuseDialog } from './DecisionDialogs';
import { DetailsPanel } from './DetailsPanel';
import { grantsDays, needsOf } from './decisions';
import { HistoryDialog, HistoryPanel } from './HistoryPanel';
import { IdlePanel, ParkedStrip } from './IdlePanel';
import { MatchPanel } from './MatchPanel';
import { NewsLine, UnsavedLine, useProblemText } from './NewsLines';
import { NotesPanel } from './NotesPanel';
import { PersonPanel } from './PersonPanel';
import { StayPanel } from './StayPanel';
import { useWedge } from './useWedge';
import { VerdictLine } from './VerdictLine';
import './booth.css';

type Act = 'admit' | 'refer' | 'refuse';
type Shown = Act | 'history' | undefined;

function grantOf(inspection: Inspection, grant: Grant): Pick<Decide, 'purpose' | 'days_granted'> {
  if (!grantsDays(inspection)) return {};
  const days = Number.parseInt(grant.days, 10);
  return { purpose: grant.purpose, ...(Number.isFinite(days) ? { days_granted: days } : {}) };
}

/** Purpose and days of one traveller; days are filled in with what is left until the officer writes another figure. */
function useGrant(open: Traveller | undefined): [Grant, (grant: Grant) => void] {
  const [kept, keep] = useState<{ key: string; grant: Grant }>();
  const first: Grant = { purpose: 'tourism', days: String(open?.inspection?.stay?.left ?? '') };
  const grant = kept && kept.key === open?.key ? kept.grant : first;
  return [grant, (next) => open && keep({ key: open.key, grant: next })];
}

function useDecide(booth: Booth, open: Traveller | undefined, show: (shown: Shown) => void) {
  const [grant, setGrant] = useGrant(open);
  const [refused, setRefused] = useState<string>();
  const send = (outcome: Act, body: Pick<Decide, 'reasons' | 'note'> = {}) => {
    if (!open?.inspection) return;
    show(undefined);
    const granted = outcome === 'admit' ? grantOf(open.inspection, grant) : {};
    acts.decide(booth, { outcome, ...body, ...granted });
  };
  const start = (act: Act) => {
    if (!open) return;
    const closed = closedOf(open)[act];
    setRefused(closed);
    if (closed !== undefined || !open.inspection) return;
    const needs = needsOf(open.inspection);
    if (act === 'admit' && !needs.reason && !needs.fallback) send('admit');
    else show(act);
  };
  return { grant, setGrant, send, start, refused };
}

function NoAnswer({ traveller, onRetry }: { traveller: Traveller; onRetry: () => void }) {
  const t = useText();
  const problemText = useProblemText();
  if (!traveller.problem || traveller.inspection) return null;
  return (
    <section className="panel no-answer" aria-label={t('state.unavailable')}>
      <p>{problemText(traveller.problem)}</p>
      <Button size="large" kind="primary" onPress={onRetry}>
        {t('unsaved.retry')}
      </Button>
    </section>
  );
}

interface OpenTravellerProps {
  booth: Booth;
  traveller: Traveller;
  today: string;
  onHistory: () => void;
}

function OpenTraveller({ booth, traveller, today, onHistory }: OpenTravellerProps) {
  const confirmed = (hit: Hit) => {
    void acts.compare(booth, hit, 'same_person').then((done) => done && acts.decide(booth, { outcome: 'refer', reasons: ['possible_match'] }));
  };
  const { inspection } = traveller;
  return (
    <div className="columns">
      <div className="column">
        <PersonPanel traveller={traveller} today={today} />
      </div>
      <div className="column">
        <VerdictLine traveller={traveller} />
        <ChecksPanel traveller={traveller} />
        <NoAnswer traveller={traveller} onRetry={() => void acts.ask(booth, traveller)} />
        {inspection && (
          <MatchPanel
            key={inspection.id}
            hits={inspection.hits}
            decided={inspection.state === 'decided'}
            onSame={confirmed}
            onDifferent={(hit) => void acts.compare(booth, hit, 'not_same_person')}
          />
        )}
        {inspection && (
          <DetailsPanel key={`details-${inspection.id}`} inspection={inspection} onRecord={(details) => void acts.recordDetails(booth, details)} />
        )}
        <NotesPanel traveller={traveller} />
      </div>
      <div className="column">
        <StayPanel traveller={traveller} />
        <HistoryPanel traveller={traveller} onAll={onHistory} />
      </div>
    </div>
  );
}

function Lines({ booth, state }: { booth: Booth; state: BoothState }) {
  return (
    <div className="lines">
      {state.unsaved.map((decided) => (
        <UnsavedLine
          key={decided.key}
          decided={decided}
          onRetry={() => acts.retry(booth, decided)}
          onReopen={() => void acts.reopen(booth, decided)}
        />
      ))}
      {state.news && <NewsLine news={state.news} onClose={() => booth.send({ type: 'news', news: undefined })} />}
      <ParkedStrip parked={state.parked} onResume={(key) => booth.send({ type: 'resumed', key })} />
    </div>
  );
}

interface DialogsProps {
  shown: Shown;
  traveller: Traveller | undefined;
  onClose: () => void;
  onDecide: (outcome: Act, body: Pick<Decide, 'reasons' | 'note'>) => void;
}

function Dialogs({ shown, traveller, onClose, onDecide }: DialogsProps) {
  const inspection = traveller?.inspection;
  if (!inspection || !shown) return null;
  if (shown === 'history') return <HistoryDialog travellerId={inspection.traveller.traveller_id} onClose={onClose} />;
  const DecisionDialog = { admit: AdmitDialog, refer: ReferDialog, refuse: RefuseDialog }[shown];
  return <DecisionDialog inspection={inspection} onClose={onClose} onDecide={(body) => onDecide(shown, body)} />;
}

interface BoothPageProps {
  session: Session;
  node: Node;
  place: Place;
  /** What stands above the traveller when the booth works on a passage; it has the heading of the page. */
  top?: ReactNode;
}

export function BoothPage({ session, node, place, top }: BoothPageProps) {
  const t = useText();
  const booth = boothOf(session.officer.id, place.passage_id);
  const state = useStore(booth);
  const [shown, show] = useState<Shown>();
  const [typing, setTyping] = useState(0);
  const today = todayIn(node.time_zone);
  const { open, last } = state;
  const decision = useDecide(booth, open, show);

  const read = (lines: string[], typedByHand: boolean) => {
    show(undefined);
    setTyping(0);
    acts.present(booth, lines, typedByHand, place, today);
  };
  const next = () => {
    if (open) booth.send({ type: 'parked' });
    setTyping(typing + 1);
  };
  const takeBack = () => {
    if (acts.secondsToTakeBack(last, Date.now()) > 0) void acts.takeBack(booth);
  };
  // Asked for before they are needed, so that the form opens whole.
  useQuery({ queryKey: ['refusal-grounds'], queryFn: getRefusalGrounds, staleTime: Infinity });
  useWedge(() => today, (swipe, whole) => {
    if (whole) read(swipe.lines, false);
    else booth.send({ type: 'news', news: { word: 'swipe_incomplete' } });
  });
  useKeys({
    next,
    take_back: takeBack,
    history: () => open?.inspection && show('history'),
    compare: () => focusPane('match'),
    admit: () => decision.start('admit'),
    refer: () => decision.start('refer'),
    refuse: () => decision.start('refuse'),
  });

  return (
    <div className="booth">
      <main className="booth-main">
        {top ?? <h1 className="hidden-text">{t('booth.title')}</h1>}
        <Lines booth={booth} state={state} />
        {open ? (
          <OpenTraveller key={open.key} booth={booth} traveller={open} today={today} onHistory={() => show('history')} />
        ) : (
          <IdlePanel
            today={today}
            typing={typing}
            last={last}
            onRead={(lines) => read(lines, true)}
            onTakeBack={takeBack}
          />
        )}
      </main>
      <p className="hidden-text" role="alert">
        {open && decision.refused !== undefined ? textOf('closed', decision.refused) : ''}
      </p>
      {open && (
        <DecisionBar
          traveller={open}
          grant={decision.grant}
          onGrant={decision.setGrant}
          onAct={(act) => (act === 'next' ? next() : decision.start(act))}
        />
      )}
      <Dialogs shown={shown} traveller={open} onClose={() => show(undefined)} onDecide={decision.send} />
    </div>
  );
}
