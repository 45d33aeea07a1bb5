import { describe, expect, it } from 'vitest';
import { Problem } from '../../api/problem';
import type { Hit, Inspection } from '../../api/types';
import { secondsToTakeBack } from './booth-acts';
import { findInspected, findTraveller, kEmptyBooth, reduceBooth, type BoothEvent, type BoothState, type Decided, type Traveller } from './booth-state';
import { isToProtect, likelyReferral, mayRefuse, needsOf } from './decisions';
import { hitsToCompare, mayDeny, mustCompare, referFirst, sortHits } from './stages';
import { checksOf, findWhyClosed, kChecks, tallyOf, verdictOf } from './verdict';

const traveller = (key: string, more: Partial<Traveller> = {}): Traveller => ({
  key, lines: [key], typedByHand: false, place: { lane: '1', direction: 'entry' }, ...more,
});

interface Wish {
  states?: Partial<Record<(typeof kChecks)[number], Inspection['checks'][number]['state']>>;
  blocked?: string[];
  needs?: string[];
  verdict?: Inspection['assessment']['verdict'];
  more?: Partial<Inspection>;
}

function inspection({ states = {}, blocked = [], needs = [], verdict = 'nothing_found', more = {} }: Wish = {}): Inspection {
  const checks = kChecks.map((name) => ({ name, state: states[name] ?? ('clear' as const), reason: '', source: '', took_us: 1 }));
  return {
    direction: 'entry', own_national: false, state: 'open', checks, hits: [], history: [],
    person: { minor: 'not_minor', duties: [], duties_done: [], may_be_stated: [], beside: [] }, also_open: [],
    assessment: { checks, verdict, admit_allowed: blocked.length === 0, blocked_by: blocked, needs_reason: needs, refusal_grounds: [] },
    ...more,
  } as unknown as Inspection;
}

const asked = (wish?: Wish) => traveller('a', { inspection: inspection(wish) });
const run = (...events: BoothEvent[]): BoothState => events.reduce(reduceBooth, kEmptyBooth);
const open = (key: string): BoothEvent => ({ type: 'opened', traveller: traveller(key) });
const decided = (key: string): Decided => ({ key, traveller: traveller(key), body: { outcome: 'admit' }, saving: 'saving' });

describe('booth', () => {
  it('knows a traveller by the inspection, for those found on the server', () => {
    const state = run(open('a'), { type: 'answered', key: 'a', inspection: inspection({ more: { id: 'i' } }) }, open('b'));
    expect([findInspected(state, 'i')?.key, findInspected(state, 'j')]).toEqual(['a', undefined]);
  });

  it('sets an undecided traveller aside when another comes', () => {
    const state = run(open('a'), open('b'));
    expect([state.open?.key, state.parked.map((one) => one.key)]).toEqual(['b', ['a']]);
  });

  it('swaps travellers when one is resumed', () => {
    const state = run(open('a'), open('b'), { type: 'resumed', key: 'a' });
    expect([state.open?.key, state.parked.map((one) => one.key)]).toEqual(['a', ['b']]);
  });

  it('knows a traveller by the lines, set aside or not', () => {
    expect(findTraveller(run(open('a'), open('b')), ['a'])?.key).toBe('a');
  });

  it('gives an answer to the traveller it belongs to, even when set aside', () => {
    const state = run(open('a'), open('b'), { type: 'answered', key: 'a', inspection: inspection() });
    expect([state.parked[0]?.inspection !== undefined, state.open?.inspection]).toEqual([true, undefined]);
  });

  it('is free for the next traveller while a decision is being saved', () => {
    const state = run(open('a'), { type: 'decided', decided: decided('d') });
    expect([state.open, state.last?.saving]).toEqual([undefined, 'saving']);
  });

  it('keeps a decision that was not saved on the screen', () => {
    const failed: BoothEvent = { type: 'save_failed', key: 'd', problem: new Problem('no_answer', 0) };
    const state = run(open('a'), { type: 'decided', decided: decided('d') }, failed, open('b'), { type: 'decided', decided: decided('e') });
    expect(state.unsaved.map((one) => one.key)).toEqual(['d']);
  });

  it('hands one traveller on and leaves the others where they are', () => {
    const handed: BoothEvent = { type: 'handed_on', decided: { ...decided('d'), traveller: traveller('a') } };
    const set = run(open('a'), open('b'), handed);
    expect([set.open?.key, set.parked, set.last?.key]).toEqual(['b', [], 'd']);
    expect(run(open('a'), handed).open).toBeUndefined();
  });

  it('drops the line once the decision is saved', () => {
    const failed: BoothEvent = { type: 'save_failed', key: 'd', problem: new Problem('no_answer', 0) };
    const saved: BoothEvent = { type: 'saved', key: 'd', inspection: inspection(), atMs: 0 };
    expect(run({ type: 'decided', decided: decided('d') }, failed, { type: 'retried', key: 'd' }, saved).unsaved).toEqual([]);
  });

  it('opens a traveller again whose decision is taken back, and sets the open one aside', () => {
    const state = run({ type: 'decided', decided: decided('d') }, open('b'), { type: 'reopened', key: 'd', inspection: inspection() });
    expect([state.open?.key, state.parked.map((one) => one.key), state.last]).toEqual(['d', ['b'], undefined]);
  });
});

describe('take back', () => {
  const saved = (span: number): Decided => ({
    ...decided('d'),
    saving: 'saved',
    savedAtMs: 1000,
    inspection: inspection({
      more: { decision: { at: '2026-11-24T10:00:00Z', take_back_until: new Date(Date.UTC(2026, 10, 24, 10, 0, span)).toISOString() } as never },
    }),
  });

  it('counts down on this clock, whatever the server says the time is', () => {
    expect([1000, 31_000, 60_999, 61_000].map((now) => secondsToTakeBack(saved(60), now))).toEqual([60, 30, 1, 0]);
  });

  it('is not offered before the decision is saved', () => expect(secondsToTakeBack(decided('d'), 0)).toBe(0));
});

describe('verdict', () => {
  it.each<[string, Wish, string]>([
    ['nothing found', {}, 'nothing_found'],
    ['a note', { states: { stay: 'info' }, verdict: 'note' }, 'nothing_found'],
    ['a review', { states: { check_digits: 'review' }, verdict: 'review', needs: ['check_digits'] }, 'review'],
    ['no answer', { states: { watchlist: 'unavailable' }, verdict: 'review', needs: ['watchlist'] }, 'fallback'],
    ['a match', { states: { watchlist: 'hit' }, verdict: 'compare', blocked: ['match_not_compared'] }, 'compare'],
    ['a confirmed match', { states: { watchlist: 'hit' }, verdict: 'compare', blocked: ['match_confirmed'] }, 'confirmed'],
    ['a rule', { states: { stay: 'hit' }, verdict: 'review', blocked: ['stay_used_up'] }, 'closed'],
  ])('of %s', (_, wish, word) => expect(verdictOf(asked(wish)).word).toBe(word));

  it('while the server is asked is checking', () => expect(verdictOf(traveller('a')).word).toBe('checking'));

  it('without an answer is never clear', () => {
    const shown = checksOf(traveller('a', { problem: new Problem('no_answer', 0) }));
    expect(shown.some((check) => check.state === 'clear')).toBe(false);
  });

  it('counts what was not checked as not answered', () => {
    expect(tallyOf(checksOf(asked({ states: { chip: 'not_checked', visa: 'not_checked' } })))).toMatchObject({ answered: 6, notChecked: 2 });
  });

  it('shows eight checks in their places before any answer', () => {
    expect(checksOf(traveller('a')).map((check) => check.name)).toEqual(kChecks);
  });

  it('closes admission while checking and says so', () => expect(findWhyClosed(traveller('a'))).toBe('checking'));
});

describe('stages', () => {
  const hit = (stage: number, percent: number, compared = false) =>
    ({ source: 's', source_id: `${stage}-${percent}`, stage, percent, ...(compared ? { comparison: {} } : {}) }) as Hit;

  it('ask for nothing at stage 1', () => expect([1, 2, 3, 4].map((stage) => mustCompare(hit(stage, 50)))).toEqual([false, true, true, true]));
  it('put referring first from stage 3', () => expect([1, 2, 3, 4].map((stage) => referFirst(hit(stage, 50)))).toEqual([false, false, true, true]));
  it('leave only referring at stage 4', () => expect([1, 2, 3, 4].map((stage) => mayDeny(hit(stage, 50)))).toEqual([true, true, true, false]));

  it('come worst first', () => {
    expect(sortHits([hit(2, 90), hit(3, 60), hit(3, 80)]).map((one) => one.source_id)).toEqual(['3-80', '3-60', '2-90']);
  });

  it('are done when compared', () => expect(hitsToCompare([hit(3, 80, true), hit(1, 20), hit(2, 50)])).toHaveLength(1));
});

describe('decisions', () => {
  it('need a fallback reason when the lists did not answer', () => {
    expect(needsOf(inspection({ states: { watchlist: 'unavailable' }, needs: ['watchlist'] }))).toEqual({ reason: false, fallback: true, minor: false });
  });

  it('need a reason for every review', () => {
    expect(needsOf(inspection({ states: { check_digits: 'review' }, needs: ['check_digits'] }))).toEqual({ reason: true, fallback: false, minor: false });
  });

  it('suggest why to refer', () => {
    const likely = (wish: Wish) => likelyReferral(inspection(wish));
    expect([likely({ blocked: ['match_not_compared'] }), likely({ blocked: ['stay_used_up'] }), likely({ needs: ['check_digits'] }), likely({})]).toEqual([
      'possible_match', 'stay_doubt', 'document_doubt', 'identity_doubt',
    ]);
  });

  it('refuse nobody on exit and no own national', () => {
    const refusable = (more: Partial<Inspection>) => mayRefuse(inspection({ more }));
    expect([refusable({}), refusable({ direction: 'exit' }), refusable({ own_national: true })]).toEqual([true, false, false]);
  });
});

describe('a minor and a person to protect', () => {
  const minor = (care: string) => inspection({ more: { person: { ...inspection().person, minor: care } as Inspection['person'] } });
  it('asks who agreed when no consent was seen, and refers for protection', () => {
    expect([needsOf(minor('without_consent')).minor, needsOf(minor('in_care')).minor]).toEqual([true, false]);
    expect(likelyReferral(minor('without_consent'))).toBe('protection');
  });

  it('refers a missing child for protection unless it was another child', () => {
    const hit = (result?: string) => ({ action: 'protect', stage: 3, ...(result ? { comparison: { result } } : {}) }) as unknown as Hit;
    expect(isToProtect(inspection({ more: { hits: [hit()] } }))).toBe(true);
    expect(isToProtect(inspection({ more: { hits: [hit('not_same_person')] } }))).toBe(false);
  });
});
