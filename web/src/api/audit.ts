import { api, deadline, unwrap } from './client';
import type { ChainState, EntryProof, ReadFlag, ReadPage } from './types';

export type { ReadFlag };

/** What an auditor looks for; what is absent or empty does not count. */
export interface ReadSearch {
  document?: string;
  surname?: string;
  subject?: string;
  officer?: string;
  what?: string;
  traveller?: string;
  from?: string;
  until?: string;
  unusual?: boolean;
}

const kSearchDeadlineMs = 30_000;
const kProofDeadlineMs = 60_000;

const given = (search: ReadSearch): ReadSearch =>
  Object.fromEntries(Object.entries(search).filter(([, value]) => value !== '' && value !== undefined && value !== false));

export const searchReads = (search: ReadSearch, before: number): Promise<ReadPage> =>
  unwrap(
    api.GET('/api/v1/audit/reads', {
      params: { query: { ...given(search), limit: 50, ...(before > 0 ? { before } : {}) } },
      signal: deadline(kSearchDeadlineMs),
    }),
  );

export const getChain = (): Promise<ChainState> => unwrap(api.GET('/api/v1/audit/chain', { signal: deadline(kProofDeadlineMs) }));

export const getProof = (sequence: number): Promise<EntryProof> =>
  unwrap(api.GET('/api/v1/audit/entries/{sequence}/proof', { params: { path: { sequence } }, signal: deadline(kProofDeadlineMs) }));
