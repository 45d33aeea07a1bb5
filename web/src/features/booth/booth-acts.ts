// What an officer does at the booth, as calls to the server. Saving goes on behind; its failure comes back as a line.
import { makeKey } from '../../api/client';
import * as server from '../../api/inspections';
import { problemFrom } from '../../api/problem';
import type { Decide, Hit, RecordPerson } from '../../api/types';
import { readMrz } from '../../lib/mrz';
import { findInspected, findTraveller, type Booth, type Decided, type Place, type Traveller } from './booth-state';

const opened = (traveller: Traveller) =>
  server.openInspection({ mrz: traveller.lines.join('\n'), ...traveller.place, typed_by_hand: traveller.typedByHand }, traveller.key);

export async function ask(booth: Booth, traveller: Traveller): Promise<void> {
  booth.send({ type: 'asking', key: traveller.key });
  try {
    booth.send({ type: 'answered', key: traveller.key, inspection: await opened(traveller) });
  } catch (error) {
    booth.send({ type: 'failed', key: traveller.key, problem: problemFrom(error) });
  }
}

/** A document was swiped or typed. The same document again goes back to the traveller who is already here. */
export function present(booth: Booth, lines: string[], typedByHand: boolean, place: Place, today: string): void {
  const state = booth.get();
  const known = findTraveller(state, lines);
  if (known) {
    if (known !== state.open) booth.send({ type: 'resumed', key: known.key });
    booth.send({ type: 'news', news: { word: known === state.open ? 'already_open' : 'resumed' } });
    return;
  }
  const traveller: Traveller = { key: makeKey(), lines, typedByHand, place, reading: readMrz(lines, today) };
  booth.send({ type: 'opened', traveller });
  void ask(booth, traveller);
}

/** Records what the officer saw when comparing. Answers whether it was recorded. */
export async function compare(booth: Booth, hit: Hit, result: 'same_person' | 'not_same_person'): Promise<boolean> {
  const open = booth.get().open;
  if (!open?.inspection) return false;
  const body = { source: hit.source, source_id: hit.source_id, result };
  try {
    const inspection = await server.compareHit(open.inspection, body, makeKey());
    booth.send({ type: 'answered', key: open.key, inspection });
    booth.send({ type: 'news', news: undefined });
    return true;
  } catch (error) {
    await refresh(booth, open);
    booth.send({ type: 'news', news: { word: 'act_failed', problem: problemFrom(error) } });
    return false;
  }
}

/** Records what the officer was asked to ask. */
export async function recordDetails(booth: Booth, details: Record<string, string>): Promise<void> {
  const open = booth.get().open;
  if (!open?.inspection) return;
  try {
    booth.send({ type: 'answered', key: open.key, inspection: await server.recordDetails(open.inspection.id, details) });
  } catch (error) {
    booth.send({ type: 'news', news: { word: 'act_failed', problem: problemFrom(error) } });
  }
}

/** Records who the person is to the law. Answers the word of what went wrong; nothing when it was recorded. */
export async function recordPerson(booth: Booth, traveller: Traveller, body: RecordPerson): Promise<string | undefined> {
  if (!traveller.inspection) return 'no_answer';
  try {
    booth.send({ type: 'answered', key: traveller.key, inspection: await server.recordPerson(traveller.inspection.id, body) });
    return undefined;
  } catch (error) {
    return problemFrom(error).code;
  }
}

/** Somebody who has no document that could be read. */
export const nobody = (place: Place): Traveller => ({ key: makeKey(), lines: [], typedByHand: false, place });

/** The person asks for asylum: the second line has the case at once. */
export async function requestAsylum(booth: Booth, traveller: Traveller, note: string): Promise<void> {
  try {
    const inspection = traveller.inspection ?? (await opened(traveller));
    const asked = await server.requestAsylum(inspection.id, note, makeKey());
    const body: Decide = { outcome: 'refer', reasons: ['protection'] };
    const decided: Decided = { key: makeKey(), traveller: { ...traveller, inspection: asked }, body, saving: 'saved', inspection: asked };
    booth.send({ type: 'handed_on', decided });
  } catch (error) {
    booth.send({ type: 'news', news: { word: 'act_failed', problem: problemFrom(error) } });
  }
}

/** Brings a traveller of the server's list to the booth, wherever the inspection was opened. */
export async function bring(booth: Booth, id: string): Promise<void> {
  const known = findInspected(booth.get(), id);
  if (known) {
    if (known !== booth.get().open) booth.send({ type: 'resumed', key: known.key });
    return;
  }
  try {
    const inspection = await server.getInspection(id);
    const { lane, direction, typed_by_hand: typedByHand } = inspection;
    const lines = inspection.mrz.split(/\r?\n/).filter(Boolean);
    booth.send({ type: 'opened', traveller: { key: makeKey(), lines, typedByHand, place: { lane, direction }, inspection } });
  } catch (error) {
    booth.send({ type: 'news', news: { word: 'act_failed', problem: problemFrom(error) } });
  }
}

/** Takes the server's state after a refusal: it may have moved on without this page. */
async function refresh(booth: Booth, traveller: Traveller): Promise<void> {
  if (!traveller.inspection) return;
  try {
    booth.send({ type: 'answered', key: traveller.key, inspection: await server.getInspection(traveller.inspection.id) });
  } catch {
    // The news that follows says what went wrong; the old state stays on the screen.
  }
}

async function save(booth: Booth, decided: Decided): Promise<void> {
  const inspection = decided.traveller.inspection;
  if (!inspection) return;
  try {
    const saved = await server.decide(inspection, decided.body, decided.key);
    booth.send({ type: 'saved', key: decided.key, inspection: saved, atMs: Date.now() });
  } catch (error) {
    booth.send({ type: 'save_failed', key: decided.key, problem: problemFrom(error) });
  }
}

export function decide(booth: Booth, body: Decide): void {
  const traveller = booth.get().open;
  if (!traveller?.inspection) return;
  const decided: Decided = { key: makeKey(), traveller, body, saving: 'saving' };
  booth.send({ type: 'decided', decided });
  void save(booth, decided);
}

/** The same decision again under its own key: it cannot be made twice. */
export function retry(booth: Booth, decided: Decided): void {
  booth.send({ type: 'retried', key: decided.key });
  void save(booth, decided);
}

/** Brings a traveller back whose decision was not accepted. */
export async function reopen(booth: Booth, decided: Decided): Promise<void> {
  const inspection = decided.traveller.inspection;
  if (!inspection) return;
  try {
    booth.send({ type: 'reopened', key: decided.key, inspection: await server.getInspection(inspection.id) });
  } catch (error) {
    booth.send({ type: 'news', news: { word: 'act_failed', problem: problemFrom(error) } });
  }
}

export async function takeBack(booth: Booth): Promise<void> {
  const last = booth.get().last;
  if (!last?.inspection) return;
  try {
    const inspection = await server.takeBack(last.inspection, makeKey());
    booth.send({ type: 'reopened', key: last.key, inspection });
    booth.send({ type: 'news', news: { word: 'taken_back' } });
  } catch (error) {
    booth.send({ type: 'news', news: { word: 'act_failed', problem: problemFrom(error) } });
  }
}

/** Whole seconds in which the decision may still be taken back; 0 when it may not. */
export function secondsToTakeBack(decided: Decided | undefined, nowMs: number): number {
  const decision = decided?.inspection?.decision;
  if (!decision?.take_back_until || decided?.savedAtMs === undefined) return 0;
  const span = Date.parse(decision.take_back_until) - Date.parse(decision.at);
  return Math.max(0, Math.ceil((span - Math.max(0, nowMs - decided.savedAtMs)) / 1000));
}
