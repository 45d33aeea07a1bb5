import { lazy, Suspense } from 'react';
import { useText } from '../../lib/i18n';
import { keysOf } from '../../lib/keyboard-map';
import { useNow } from '../../lib/useNow';
import { Button } from '../../ui/Button';
import { Code } from '../../ui/Code';
import { Panel } from '../../ui/Panel';
import { StateIcon } from '../../ui/StateIcon';
import { secondsToTakeBack } from './booth-acts';
import type { Decided, Traveller } from './booth-state';
import { findPerson, labelOf, nameOf } from './verdict';
import { UpdateLine } from './UpdateLine';

const HandEntry = lazy(() => import('./RareDialogs').then((module) => ({ default: module.HandEntry })));

/** A refusal waits for the second person. */
const kOutcomeStates = { admit: 'clear', refer: 'review', refuse: 'pending' } as const;

interface LastDecisionProps {
  decided: Decided;
  onTakeBack: () => void;
}

function LastDecision({ decided, onTakeBack }: LastDecisionProps) {
  const t = useText();
  const person = findPerson(decided.traveller);
  const secondsLeft = secondsToTakeBack(decided, useNow());
  const second = decided.inspection?.second_line;
  return (
    <Panel title={t('last.title')} className="last" pane="last">
      <p className="last-line" data-state={kOutcomeStates[decided.body.outcome]}>
        <StateIcon state={kOutcomeStates[decided.body.outcome]} />
        <b>{decided.body.outcome === 'refuse' ? t('last.proposed') : t(`outcome.${decided.body.outcome}`)}</b>
        <bdi translate="no">{(person && nameOf(person)) || labelOf(decided.traveller) || t('asylum.nobody')}</bdi>
        {person && person.number !== '' && <Code>{person.number}</Code>}
      </p>
      <p className="small quiet" role="status">
        {t(`last.${decided.saving}`)}
      </p>
      {second?.refusal === 'proposed' && !second.asylum && <p>{t('last.waits', { number: second.number ?? '' })}</p>}
      {second?.asylum && <p>{t('last.asylum')}</p>}
      {secondsLeft > 0 && (
        <div className="take-back">
          <Button keys={keysOf('take_back')} onPress={onTakeBack}>
            {t('act.take_back')}
          </Button>
          <span className="small quiet" role="timer">
            {t('last.seconds', { seconds: secondsLeft })}
          </span>
        </div>
      )}
    </Panel>
  );
}

interface IdlePanelProps {
  today: string;
  /** How often the officer asked to type; each time the entry takes the focus. */
  typing: number;
  last: Decided | undefined;
  onRead: (lines: string[]) => void;
  onTakeBack: () => void;
}

export function IdlePanel({ today, typing, last, onRead, onTakeBack }: IdlePanelProps) {
  const t = useText();
  return (
    <div className="idle">
      <section className="panel ready" data-pane="ready" tabIndex={-1} aria-label={t('idle.ready')}>
        <svg className="ready-picture" viewBox="0 0 64 48" aria-hidden="true" focusable="false">
          <rect x="2" y="2" width="60" height="44" rx="4" fill="none" stroke="currentColor" strokeWidth="2" />
          <rect x="8" y="9" width="15" height="19" rx="1" fill="none" stroke="currentColor" strokeWidth="2" />
          <path d="M29 11h26M29 17h20M29 23h23" stroke="currentColor" strokeWidth="2" />
          <path d="M8 35h48M8 40h48" stroke="currentColor" strokeWidth="3" strokeDasharray="3 1.6" />
        </svg>
        <p className="ready-head">{t('idle.ready')}</p>
        <p className="quiet">{t('idle.hint')}</p>
      </section>
      {last && <LastDecision decided={last} onTakeBack={onTakeBack} />}
      <section className="panel" data-pane="hand" tabIndex={-1} aria-label={t('hand.title')}>
        <Suspense fallback={null}>
          <HandEntry today={today} focused={typing} onRead={onRead} />
        </Suspense>
      </section>
      <UpdateLine />
    </div>
  );
}

interface ParkedStripProps {
  parked: readonly Traveller[];
  onResume: (key: string) => void;
}

/** Travellers set aside undecided: counted, named, one press away. */
export function ParkedStrip({ parked, onResume }: ParkedStripProps) {
  const t = useText();
  if (parked.length === 0) return null;
  return (
    <section className="parked" aria-label={t('parked.title')} data-pane="parked" tabIndex={-1}>
      <p role="status">{t('parked.count', { count: parked.length })}</p>
      {parked.map((traveller) => (
        <Button key={traveller.key} onPress={() => onResume(traveller.key)}>
          <span>{t('parked.resume')}</span> <bdi translate="no">{labelOf(traveller)}</bdi>
        </Button>
      ))}
    </section>
  );
}
