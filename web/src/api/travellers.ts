import { api, csrf, deadline, unwrap } from './client';
import type {
  AdjustStay,
  ForeignEntry,
  IdentityLink,
  JudgeLink,
  OverstayPage,
  PermitInput,
  PermitRow,
  PlannedStay,
  SearchTravellers,
  StateClass,
  TravellerRow,
  TravellerView,
} from './types';

/** In the body, not in the address: what is searched for is personal data. */
export const searchTravellers = (body: SearchTravellers): Promise<TravellerRow[]> =>
  unwrap(api.POST('/api/v1/traveller-searches', { params: { header: csrf() }, body, signal: deadline() })).then(
    (page) => page.travellers,
  );

export const getTraveller = (id: string): Promise<TravellerView> =>
  unwrap(api.GET('/api/v1/travellers/{id}', { params: { path: { id } }, signal: deadline() }));

export const planStay = (id: string, on: string): Promise<PlannedStay> =>
  unwrap(api.GET('/api/v1/travellers/{id}/stay-plan', { params: { path: { id }, query: { on } }, signal: deadline() }));

export const getLinksToJudge = (): Promise<IdentityLink[]> =>
  unwrap(api.GET('/api/v1/identity-links', { params: { query: { limit: 50 } }, signal: deadline() })).then((page) => page.links);

export const getOverstays = (cursor: string): Promise<OverstayPage> =>
  unwrap(
    api.GET('/api/v1/overstays', { params: { query: cursor === '' ? { limit: 50 } : { cursor, limit: 50 } }, signal: deadline() }),
  );

const once = (id: string, key: string) => ({ path: { id }, header: { ...csrf(), 'Idempotency-Key': key } });

/** `key` names the act: the same key again finds what the first call did. */
export const judgeLink = (id: string, body: JudgeLink, key: string): Promise<TravellerView> =>
  unwrap(api.POST('/api/v1/travellers/{id}/links', { params: once(id, key), body, signal: deadline() }));

export const recordForeignEntry = (id: string, body: ForeignEntry, key: string): Promise<TravellerView> =>
  unwrap(api.POST('/api/v1/travellers/{id}/foreign-entries', { params: once(id, key), body, signal: deadline() }));

export const adjustStay = (id: string, body: AdjustStay, key: string): Promise<TravellerView> =>
  unwrap(api.POST('/api/v1/travellers/{id}/adjustments', { params: once(id, key), body, signal: deadline() }));

export const stateClass = (id: string, body: StateClass, key: string): Promise<TravellerView> =>
  unwrap(api.POST('/api/v1/travellers/{id}/class', { params: once(id, key), body, signal: deadline() }));

export const addPermit = (body: PermitInput, key: string): Promise<PermitRow> =>
  unwrap(api.POST('/api/v1/permits', { params: { header: { ...csrf(), 'Idempotency-Key': key } }, body, signal: deadline() }));
