import { api, csrf, deadline, unwrap } from './client';
import type { CompareHit, Crossing, Decide, Inspection, OpenInspection, OpenLine, RecordPerson, RefusalGrounds } from './types';

/** `key` names the act: the same key again finds what the first call made. */
export const openInspection = (body: OpenInspection, key: string): Promise<Inspection> =>
  unwrap(api.POST('/api/v1/inspections', { params: { header: { ...csrf(), 'Idempotency-Key': key } }, body, signal: deadline() }));

const act = (inspection: Inspection, key: string) => ({
  path: { id: inspection.id },
  header: { ...csrf(), 'Idempotency-Key': key, 'If-Match': `"${inspection.revision}"` },
});

export const compareHit = (inspection: Inspection, body: CompareHit, key: string): Promise<Inspection> =>
  unwrap(api.POST('/api/v1/inspections/{id}/comparisons', { params: act(inspection, key), body, signal: deadline() }));

export const decide = (inspection: Inspection, body: Decide, key: string): Promise<Inspection> =>
  unwrap(api.POST('/api/v1/inspections/{id}/decision', { params: act(inspection, key), body, signal: deadline() }));

export const takeBack = (inspection: Inspection, key: string): Promise<Inspection> =>
  unwrap(api.POST('/api/v1/inspections/{id}/void', { params: act(inspection, key), body: {}, signal: deadline() }));

export const recordDetails = (id: string, details: Record<string, string>): Promise<Inspection> =>
  unwrap(
    api.PUT('/api/v1/inspections/{id}/details', { params: { path: { id }, header: csrf() }, body: { details }, signal: deadline() }),
  );

export const recordPerson = (id: string, body: RecordPerson): Promise<Inspection> =>
  unwrap(api.PUT('/api/v1/inspections/{id}/person', { params: { path: { id }, header: csrf() }, body, signal: deadline() }));

/** Without a revision: a claim is never in the way. */
export const requestAsylum = (id: string, note: string, key: string): Promise<Inspection> =>
  unwrap(
    api.POST('/api/v1/inspections/{id}/asylum', {
      params: { path: { id }, header: { ...csrf(), 'Idempotency-Key': key } }, body: note === '' ? {} : { note }, signal: deadline(),
    }),
  );

export const listOpen = (name: string): Promise<OpenLine[]> =>
  unwrap(api.GET('/api/v1/inspections', { params: { query: name === '' ? {} : { name } }, signal: deadline() })).then(
    (page) => page.inspections,
  );

export const getInspection = (id: string): Promise<Inspection> =>
  unwrap(api.GET('/api/v1/inspections/{id}', { params: { path: { id } }, signal: deadline() }));

/** `paper`: it happened on paper and was entered later. */
export const getHistory = (travellerId: string): Promise<(Crossing & { paper: boolean })[]> =>
  unwrap(
    api.GET('/api/v1/travellers/{id}/history', { params: { path: { id: travellerId }, query: { limit: 200 } }, signal: deadline() }),
  ).then((page) => page.crossings.map((row) => ({ ...row, paper: page.entered_under_fallback.includes(row.inspection_id) })));

export const getRefusalGrounds = (): Promise<RefusalGrounds> => unwrap(api.GET('/api/v1/refusal-grounds', { signal: deadline() }));
