// What the booth holds: the traveller in front of the officer, those set aside, the last decision and decisions that could
// not be saved. Pure; the acts that talk to the server are in booth-acts.ts.
import type { Decide, Inspection } from '../../api/types';
import type { Problem } from '../../api/problem';
import type { MrzReading } from '../../lib/mrz';
import { createStore, type Store } from '../../lib/store';

export interface Place {
  lane: string;
  direction: 'entry' | 'exit';
  /** The passage of several persons that this booth works on. */
  passage_id?: string;
}

export interface Traveller {
  /** Names the act of opening; the same key again finds the same inspection. */
  key: string;
  lines: string[];
  typedByHand: boolean;
  place: Place;
  /** What this PC read by itself; absent for layouts only the server knows. */
  reading?: MrzReading | undefined;
  inspection?: Inspection | undefined;
  problem?: Problem | undefined;
}

export interface Decided {
  key: string;
  traveller: Traveller;
  body: Decide;
  saving: 'saving' | 'saved' | 'failed';
  /** The inspection as the server keeps it, once saved. */
  inspection?: Inspection | undefined;
  /** When this PC heard that it was saved; the countdown runs on this clock. */
  savedAtMs?: number | undefined;
  problem?: Problem | undefined;
}

/** One line of news, by the word of its text. */
export interface News {
  word: 'already_open' | 'resumed' | 'taken_back' | 'swipe_incomplete' | 'act_failed';
  problem?: Problem | undefined;
}

export interface BoothState {
  open?: Traveller | undefined;
  parked: Traveller[];
  last?: Decided | undefined;
  unsaved: Decided[];
  news?: News | undefined;
}

export type BoothEvent =
  | { type: 'opened'; traveller: Traveller }
  | { type: 'asking'; key: string }
  | { type: 'answered'; key: string; inspection: Inspection }
  | { type: 'failed'; key: string; problem: Problem }
  | { type: 'parked' }
  | { type: 'resumed'; key: string }
  | { type: 'decided'; decided: Decided }
  | { type: 'saved'; key: string; inspection: Inspection; atMs: number }
  | { type: 'save_failed'; key: string; problem: Problem }
  | { type: 'retried'; key: string }
  | { type: 'reopened'; key: string; inspection: Inspection }
  | { type: 'handed_on'; decided: Decided }
  | { type: 'news'; news: News | undefined };

export const kEmptyBooth: BoothState = { parked: [], unsaved: [] };

const same = (a: readonly string[], b: readonly string[]) => a.join('\n') === b.join('\n');

/** A traveller who is in front of the officer or set aside, by the inspection. */
export const findInspected = (state: BoothState, id: string) =>
  [...(state.open ? [state.open] : []), ...state.parked].find((traveller) => traveller.inspection?.id === id);

/** A traveller who is in front of the officer or set aside, by the document's lines. */
export const findTraveller = (state: BoothState, lines: readonly string[]) =>
  [...(state.open ? [state.open] : []), ...state.parked].find((traveller) => same(traveller.lines, lines));

/** Sets the open traveller aside: nobody is ever dropped. */
function park(state: BoothState): BoothState {
  if (!state.open) return state;
  return { ...state, open: undefined, parked: [...state.parked, state.open] };
}

function changeTraveller(state: BoothState, key: string, change: (traveller: Traveller) => Traveller): BoothState {
  const open = state.open?.key === key ? change(state.open) : state.open;
  return { ...state, open, parked: state.parked.map((traveller) => (traveller.key === key ? change(traveller) : traveller)) };
}

function resume(state: BoothState, key: string): BoothState {
  const traveller = state.parked.find((one) => one.key === key);
  if (!traveller) return state;
  const parked = park({ ...state, parked: state.parked.filter((one) => one.key !== key) });
  return { ...parked, open: traveller };
}

function settle(state: BoothState, key: string, change: Partial<Decided>): BoothState {
  const apply = (decided: Decided): Decided => (decided.key === key ? { ...decided, ...change } : decided);
  const last = state.last && apply(state.last);
  const unsaved = state.unsaved.map(apply).filter((decided) => decided.saving !== 'saved');
  const failedNow = last?.key === key && last.saving === 'failed' && !unsaved.some((decided) => decided.key === key);
  return { ...state, last, unsaved: failedNow && last ? [...unsaved, last] : unsaved };
}

function reopen(state: BoothState, key: string, inspection: Inspection): BoothState {
  const decided = [state.last, ...state.unsaved].find((one) => one?.key === key);
  if (!decided) return state;
  const cleared: BoothState = {
    ...park(state),
    last: state.last?.key === key ? undefined : state.last,
    unsaved: state.unsaved.filter((one) => one.key !== key),
  };
  return { ...cleared, open: { ...decided.traveller, inspection, problem: undefined } };
}

function dropped(state: BoothState, key: string): BoothState {
  const open = state.open?.key === key ? undefined : state.open;
  return { ...state, open, parked: state.parked.filter((traveller) => traveller.key !== key) };
}

export function reduceBooth(state: BoothState, event: BoothEvent): BoothState {
  switch (event.type) {
    case 'opened':
      return { ...park(state), open: event.traveller, news: undefined };
    case 'asking':
      return changeTraveller(state, event.key, (traveller) => ({ ...traveller, problem: undefined }));
    case 'answered':
      return changeTraveller(state, event.key, (one) => ({ ...one, inspection: event.inspection, problem: undefined }));
    case 'failed':
      return changeTraveller(state, event.key, (traveller) => ({ ...traveller, problem: event.problem }));
    case 'parked':
      return { ...park(state), news: undefined };
    case 'resumed':
      return { ...resume(state, event.key), news: undefined };
    case 'decided':
      return { ...state, open: undefined, last: event.decided, news: undefined };
    case 'saved':
      return settle(state, event.key, { saving: 'saved', inspection: event.inspection, savedAtMs: event.atMs, problem: undefined });
    case 'save_failed':
      return settle(state, event.key, { saving: 'failed', problem: event.problem });
    case 'retried':
      return settle(state, event.key, { saving: 'saving' });
    case 'reopened':
      return reopen(state, event.key, event.inspection);
    case 'handed_on':
      // Whoever else is open stays open: only this person goes to the second line.
      return { ...dropped(state, event.decided.traveller.key), last: event.decided, news: undefined };
    case 'news':
      return { ...state, news: event.news };
  }
}

export type Booth = Store<BoothState, BoothEvent>;

const booths = new Map<string, Booth>();

/** The booth of one officer in this browser, or of one officer on one passage: a traveller stays with the officer who opened
 * them, whoever signs in meanwhile. */
export function boothOf(officerId: string, passageId = ''): Booth {
  const name = `${officerId} ${passageId}`;
  const booth = booths.get(name) ?? createStore(kEmptyBooth, reduceBooth);
  booths.set(name, booth);
  return booth;
}
