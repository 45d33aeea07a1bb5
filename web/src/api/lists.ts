import { api, csrf, deadline, unwrap } from './client';
import type { ImportReport, List, QuarantinePage } from './types';

const kImportDeadlineMs = 10 * 60_000;

export const getLists = (): Promise<List[]> => unwrap(api.GET('/api/v1/lists', { signal: deadline() })).then((page) => page.lists);

export const getQuarantine = (source: string, after: number): Promise<QuarantinePage> =>
  unwrap(
    api.GET('/api/v1/lists/{source}/quarantine', { params: { path: { source }, query: { after, limit: 100 } }, signal: deadline() }),
  );

/** Sends the publisher's file as it is. `accept` lets a version through that withdraws more than half of the list. */
export const importList = (source: string, file: File, shrinking: 'refuse' | 'accept'): Promise<ImportReport> =>
  unwrap(
    api.PUT('/api/v1/lists/{source}/versions', {
      params: { path: { source }, query: { file_name: file.name, shrinking }, header: csrf() },
      body: file as unknown as string,
      bodySerializer: (body) => body as unknown as Blob,
      headers: { 'Content-Type': 'application/octet-stream' },
      signal: deadline(kImportDeadlineMs),
    }),
  );
