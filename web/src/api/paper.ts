import { api, csrf, deadline, makeKey, unwrap } from './client';
import type { EnteredPaperForm, EnterPaperForm, PaperBatch, PaperForm } from './types';

export const getPaperForms = (): Promise<PaperForm[]> =>
  unwrap(api.GET('/api/v1/paper-forms', { signal: deadline() })).then((page) => page.forms);

export const printPaperForms = (count: number, language: string): Promise<PaperBatch> =>
  unwrap(
    api.POST('/api/v1/paper-forms', {
      params: { header: { ...csrf(), 'Idempotency-Key': makeKey() } },
      body: { count, language },
      signal: deadline(),
    }),
  );

export const batchAddress = (id: string) => `/api/v1/paper-forms/batches/${id}/forms.pdf`;

/** The number of the form makes it once: repeating it is refused. */
export const enterPaperForm = (body: EnterPaperForm): Promise<EnteredPaperForm> =>
  unwrap(api.POST('/api/v1/paper-forms/entries', { params: { header: csrf() }, body, signal: deadline(30_000) }));
