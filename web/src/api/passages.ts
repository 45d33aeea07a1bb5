import { api, csrf, deadline, makeKey, unwrap } from './client';
import type { DescribePassage, ExplainLine, NoteOccupant, OpenPassage, Passage, PassageLine } from './types';

const kUploadDeadlineMs = 60_000;

const act = (one: Passage) => ({ ...csrf(), 'Idempotency-Key': makeKey(), 'If-Match': `"${one.revision}"` });

export const getPassages = (state: 'open' | 'all', lane: string): Promise<PassageLine[]> =>
  unwrap(api.GET('/api/v1/passages', { params: { query: { state, ...(lane === '' ? {} : { lane }) } }, signal: deadline() })).then(
    (page) => page.passages,
  );

export const getPassage = (id: string): Promise<Passage> =>
  unwrap(api.GET('/api/v1/passages/{id}', { params: { path: { id } }, signal: deadline() }));

export const openPassage = (body: OpenPassage, key: string): Promise<Passage> =>
  unwrap(api.POST('/api/v1/passages', { params: { header: { ...csrf(), 'Idempotency-Key': key } }, body, signal: deadline() }));

export const describePassage = (one: Passage, body: DescribePassage): Promise<Passage> =>
  unwrap(
    api.PUT('/api/v1/passages/{id}/description', { params: { path: { id: one.id }, header: act(one) }, body, signal: deadline() }),
  );

export const noteOccupant = (one: Passage, part: string, body: NoteOccupant): Promise<Passage> =>
  unwrap(
    api.PUT('/api/v1/passages/{id}/occupants/{part}', {
      params: { path: { id: one.id, part }, header: act(one) },
      body,
      signal: deadline(),
    }),
  );

export const attachManifest = (one: Passage, file: File): Promise<Passage> =>
  unwrap(
    api.PUT('/api/v1/passages/{id}/manifest', {
      params: { path: { id: one.id }, query: { file_name: file.name }, header: csrf() },
      body: file as unknown as undefined,
      bodySerializer: (body) => body as unknown as Blob,
      headers: { 'Content-Type': 'application/octet-stream' },
      signal: deadline(kUploadDeadlineMs),
    }),
  );

export const explainLine = (one: Passage, line: number, body: ExplainLine): Promise<Passage> =>
  unwrap(
    api.PUT('/api/v1/passages/{id}/manifest/lines/{line}', {
      params: { path: { id: one.id, line }, header: act(one) },
      body,
      signal: deadline(),
    }),
  );

export const releasePassage = (one: Passage, note: string): Promise<Passage> =>
  unwrap(
    api.POST('/api/v1/passages/{id}/release', {
      params: { path: { id: one.id }, header: act(one) },
      body: note === '' ? {} : { note },
      signal: deadline(),
    }),
  );
