import { api, csrf, deadline, makeKey, unwrap } from './client';
import type {
  CloseDataRequest,
  DataCorrection,
  DataExport,
  DataRequest,
  DataRequestLine,
  EntryProof,
  ExplanationAsked,
  FoundPerson,
  NewDataRequest,
  Read,
  ReadJudging,
  ReadPage,
  SearchDataSubject,
} from './types';

const kSlowDeadlineMs = 60_000;
const on = (id: string) => ({ params: { path: { id }, header: csrf() }, signal: deadline(kSlowDeadlineMs) });

export const getDataRequests = (): Promise<DataRequestLine[]> =>
  unwrap(api.GET('/api/v1/data-requests', { signal: deadline() })).then((page) => page.requests);

export const getDataRequest = (id: string): Promise<DataRequest> =>
  unwrap(api.GET('/api/v1/data-requests/{id}', { params: { path: { id } }, signal: deadline(kSlowDeadlineMs) }));

export const registerDataRequest = (body: NewDataRequest, key: string): Promise<DataRequest> =>
  unwrap(
    api.POST('/api/v1/data-requests', {
      params: { header: { ...csrf(), 'Idempotency-Key': key } },
      body,
      signal: deadline(),
    }),
  );

export const newRequestKey = makeKey;

export const extendDataRequest = (id: string, reason: string): Promise<DataRequest> =>
  unwrap(api.POST('/api/v1/data-requests/{id}/extension', { ...on(id), body: { reason } }));

export const searchDataSubject = (id: string, body: SearchDataSubject): Promise<FoundPerson[]> =>
  unwrap(api.POST('/api/v1/data-requests/{id}/search', { ...on(id), body })).then((page) => page.persons);

export const setDataSubject = (id: string, travellers: string[]): Promise<DataRequest> =>
  unwrap(api.PUT('/api/v1/data-requests/{id}/persons', { ...on(id), body: { travellers } }));

export const exportDataSubject = (id: string): Promise<DataExport> =>
  unwrap(api.POST('/api/v1/data-requests/{id}/exports', on(id)));

export const letterAddress = (id: string) => `/api/v1/data-requests/${id}/letter.pdf`;

export const correctData = (id: string, body: DataCorrection): Promise<DataRequest> =>
  unwrap(api.POST('/api/v1/data-requests/{id}/corrections', { ...on(id), body }));

export const proposeErasure = (id: string, traveller: string): Promise<DataRequest> =>
  unwrap(api.POST('/api/v1/data-requests/{id}/erasure', { ...on(id), body: { traveller_id: traveller } }));

export const approveErasure = (id: string, traveller: string, confirmation: string): Promise<DataRequest> =>
  unwrap(
    api.POST('/api/v1/data-requests/{id}/erasure/approval', { ...on(id), body: { traveller_id: traveller, confirmation } }),
  );

export const closeDataRequest = (id: string, body: CloseDataRequest): Promise<DataRequest> =>
  unwrap(api.POST('/api/v1/data-requests/{id}/closing', { ...on(id), body }));

export const getDataRequestProof = (id: string): Promise<EntryProof> =>
  unwrap(api.GET('/api/v1/data-requests/{id}/proof', { params: { path: { id } }, signal: deadline(kSlowDeadlineMs) }));

export const getFlaggedReads = (reviewed: boolean, before: number): Promise<ReadPage> =>
  unwrap(
    api.GET('/api/v1/read-reviews', {
      params: { query: { reviewed, ...(before > 0 ? { before } : {}) } },
      signal: deadline(kSlowDeadlineMs),
    }),
  );

export const reviewRead = (sequence: number, body: ReadJudging): Promise<Read> =>
  unwrap(
    api.POST('/api/v1/read-reviews/{sequence}', { params: { path: { sequence }, header: csrf() }, body, signal: deadline() }),
  );

export const getExplanationsAsked = (): Promise<ExplanationAsked[]> =>
  unwrap(api.GET('/api/v1/session/explanations', { signal: deadline() })).then((page) => page.explanations);

export const explainRead = (sequence: number, explanation: string): Promise<unknown> =>
  unwrap(
    api.POST('/api/v1/session/explanations/{sequence}', {
      params: { path: { sequence }, header: csrf() },
      body: { explanation },
      signal: deadline(),
    }),
  );
