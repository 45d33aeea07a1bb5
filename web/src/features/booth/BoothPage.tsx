import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useState, type ReactNode } from 'react';
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
import { closedOf, DecisionBar, IdleBar, type Grant } from './DecisionBar';
import { ReferDialog } from './DecisionDialogs';
import { grantsDays, needsOf } from './decisions';
import { HistoryPanel } from './HistoryPanel';
import { IdlePanel, ParkedStrip } from './IdlePanel';
import { AlsoOpenLine, NewsLine, ProtectLine, RelaxedLines, UnsavedLine, useProblemText } from './NewsLines';
import { NotesPanel } from './NotesPanel';
import { PersonPanel } from './PersonPanel';
import { StayPanel } from './StayPanel';
import { useWedge } from './useWedge';
import { VerdictLine } from './VerdictLine';
import './booth.css';

type Act = 'admit' | 'refer' | 'refuse';
type Shown = Act | 'history' | 'asylum' | 'find' | 'person' | undefined;

const rare = () => import('./RareDialogs');
const AdmitDialog = lazy(() => rare().then((module) => ({ default: module.AdmitDialog })));
const MatchPanel = lazy(() => rare().then((module) => ({ default: module.MatchPanel })));
const DetailsPanel = lazy(() => rare().then((module) => ({ default: module.DetailsPanel })));
const HistoryDialog = lazy(() => rare().then((module) => ({ default: module.HistoryDialog })));
const RefuseDialog = lazy(() => rare().then((module) => ({ default: module.RefuseDialog })));
const AsylumDialog = lazy(() => rare().then((module) => ({ default: module.AsylumDialog })));
const FindDialog = lazy(() => rare().then((module) => ({ default: module.FindDialog })));
const PersonDialog = lazy(() => rare().then((module) => ({ default: module.PersonDialog })));

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
    if (act !== 'admit') show(act);
    else if (open.inspection.person.minor === 'not_recorded') show('person');
    else if (needs.reason || needs.fallback || needs.minor) show('admit');
    else send('admit');
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
  steps: BoothPageProps['steps'];
  onHistory: () => void;
  onPerson: () => void;
}

function OpenTraveller({ booth, traveller, today, steps, onHistory, onPerson }: OpenTravellerProps) {
  const confirmed = (hit: Hit) => {
    const reasons = [hit.action === 'protect' ? 'protection' : 'possible_match'];
    void acts.compare(booth, hit, 'same_person').then((done) => done && acts.decide(booth, { outcome: 'refer', reasons }));
  };
  const { inspection } = traveller;
  return (
    <div className="columns">
      <div className="column">
        <PersonPanel traveller={traveller} today={today} onPerson={onPerson} />
      </div>
      <div className="column">
        <VerdictLine traveller={traveller} />
        {inspection && <ProtectLine inspection={inspection} />}
        {inspection && <AlsoOpenLine inspection={inspection} />}
        <ChecksPanel traveller={traveller} />
        <NoAnswer traveller={traveller} onRetry={() => void acts.ask(booth, traveller)} />
        {inspection && (inspection.hits.length > 0 || inspection.record_details) && (
          <Suspense fallback={null}>
            <MatchPanel
              key={inspection.id}
              hits={inspection.hits}
              decided={inspection.state === 'decided'}
              onSame={confirmed}
              onDifferent={(hit) => void acts.compare(booth, hit, 'not_same_person')}
            />
            {inspection.record_details && <DetailsPanel key={`details-${inspection.id}`} inspection={inspection} onRecord={(details) => void acts.recordDetails(booth, details)} />}
          </Suspense>
        )}
        <NotesPanel traveller={traveller} />
      </div>
      <div className="column">
        <StayPanel traveller={traveller} />
        <HistoryPanel traveller={traveller} onAll={onHistory} />
        {inspection && steps(inspection)}
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
  booth: Booth;
  shown: Shown;
  place: Place;
  show: (shown: Shown) => void;
  onDecide: (outcome: Act, body: Pick<Decide, 'reasons' | 'note'>) => void;
}

/** Those that are there whether or not a traveller is open. */
function AnytimeDialogs({ booth, shown, place, show }: DialogsProps) {
  const { open, last } = useStore(booth);
  const close = () => show(undefined);
  if (shown === 'find') {
    const bring = (id: string) => {
      close();
      void acts.bring(booth, id);
    };
    return <FindDialog onClose={close} onBring={bring} />;
  }
  const request = (who: 'open' | 'last' | 'nobody', note: string) => {
    close();
    const known = { open, last: last && { ...last.traveller, inspection: last.inspection }, nobody: undefined }[who];
    void acts.requestAsylum(booth, known ?? acts.nobody(place), note);
  };
  return <AsylumDialog open={open} last={last} onClose={close} onRequest={request} />;
}

function Dialogs(props: DialogsProps) {
  const { booth, shown, show, onDecide } = props;
  const traveller = useStore(booth).open;
  const inspection = traveller?.inspection;
  if (shown === 'asylum' || shown === 'find') return <AnytimeDialogs {...props} />;
  if (!inspection || !shown) return null;
  const close = () => show(undefined);
  switch (shown) {
    case 'history':
      return <HistoryDialog travellerId={inspection.traveller.traveller_id} onClose={close} />;
    case 'person':
      return <PersonDialog key={inspection.person.person_class} traveller={traveller} onClose={close} onRecord={(body) => acts.recordPerson(booth, traveller, body)} />;
    case 'refuse':
      return <RefuseDialog inspection={inspection} onClose={close} onAsylum={() => show('asylum')} onDecide={(body) => onDecide('refuse', body)} />;
    case 'admit':
      return <AdmitDialog inspection={inspection} onClose={close} onDecide={(body) => onDecide('admit', body)} />;
    case 'refer':
      return <ReferDialog inspection={inspection} onClose={close} onDecide={(body) => onDecide('refer', body)} />;
  }
}

interface BoothPageProps {
  session: Session;
  node: Node;
  place: Place;
  /** The procedures beside an inspection. */
  steps: (inspection: Inspection) => ReactNode;
  /** What stands above the traveller when the booth works on a passage; it has the heading of the page. */
  top?: ReactNode;
}

export function BoothPage({ session, node, place, steps, top }: BoothPageProps) {
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
  // Asked for before they are needed, so that the form opens whole and at once.
  useEffect(() => void rare(), []);
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
    find: () => show('find'),
    asylum: () => show('asylum'),
    admit: () => decision.start('admit'),
    refer: () => decision.start('refer'),
    refuse: () => decision.start('refuse'),
  });

  return (
    <div className="booth">
      <main className="booth-main">
        {top ?? <h1 className="hidden-text">{t('booth.title')}</h1>}
        <RelaxedLines timeZone={node.time_zone} />
        <Lines booth={booth} state={state} />
        {open ? (
          <OpenTraveller key={open.key} booth={booth} traveller={open} today={today} steps={steps} onHistory={() => show('history')} onPerson={() => show('person')} />
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
          onAsylum={() => show('asylum')}
        />
      )}
      {!open && <IdleBar onFind={() => show('find')} onAsylum={() => show('asylum')} />}
      <Suspense fallback={null}>
        <Dialogs booth={booth} shown={shown} place={place} show={show} onDecide={decision.send} />
      </Suspense>
    </div>
  );
}
