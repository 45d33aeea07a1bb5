import { api, csrf, deadline, makeKey, unwrap } from './client';
import type { Case, CaseLine, CaseRules, PrintedForm, Refusal, SaveInterview } from './types';
import type { components } from './schema';

type Schemas = components['schemas'];

const act = (one: Case) => ({ ...csrf(), 'Idempotency-Key': makeKey(), 'If-Match': `"${one.revision}"` });
const at = (one: Case) => ({ path: { id: one.id }, header: act(one) });
const atPart = (one: Case, part: string) => ({ path: { id: one.id, part }, header: act(one) });

export const getCaseRules = (): Promise<CaseRules> => unwrap(api.GET('/api/v1/case-rules', { signal: deadline() }));

export const getCases = (state: 'open' | 'all'): Promise<CaseLine[]> =>
  unwrap(api.GET('/api/v1/cases', { params: { query: { state } }, signal: deadline() })).then((page) => page.cases);

export const getCase = (id: string): Promise<Case> => unwrap(api.GET('/api/v1/cases/{id}', { params: { path: { id } }, signal: deadline() }));

export const takeCase = (one: Case, reason: string): Promise<Case> =>
  unwrap(api.POST('/api/v1/cases/{id}/take', { params: at(one), body: reason === '' ? {} : { reason }, signal: deadline() }));

export const requestAsylum = (one: Case): Promise<Case> =>
  unwrap(api.POST('/api/v1/cases/{id}/asylum', { params: at(one), body: {}, signal: deadline() }));

export const saveInterview = (one: Case, body: SaveInterview): Promise<Case> =>
  unwrap(api.PUT('/api/v1/cases/{id}/interview', { params: at(one), body, signal: deadline() }));

export const consult = (one: Case, body: Schemas['Consult']): Promise<Case> =>
  unwrap(api.POST('/api/v1/cases/{id}/consultations', { params: at(one), body, signal: deadline() }));

export const answerConsultation = (one: Case, part: string, answer: string): Promise<Case> =>
  unwrap(api.POST('/api/v1/cases/{id}/consultations/{part}/answer', { params: atPart(one, part), body: { answer }, signal: deadline() }));

export const decideCase = (one: Case, body: Schemas['DecideCase']): Promise<Case> =>
  unwrap(api.POST('/api/v1/cases/{id}/decision', { params: at(one), body, signal: deadline() }));

export const closeCase = (one: Case, reason: string): Promise<Case> =>
  unwrap(api.POST('/api/v1/cases/{id}/close', { params: at(one), body: { reason }, signal: deadline() }));

export const addEvidence = (one: Case, file: File): Promise<Case> =>
  unwrap(
    api.PUT('/api/v1/cases/{id}/evidence', {
      params: { path: { id: one.id }, query: { file_name: file.name }, header: csrf() },
      body: file as unknown as undefined,
      bodySerializer: (body) => body as unknown as Blob,
      headers: { 'Content-Type': 'application/octet-stream' },
      signal: deadline(60_000),
    }),
  );

export const evidencePath = (one: Case, part: string) => `/api/v1/cases/${one.id}/evidence/${part}`;

export const proposeRefusal = (one: Case, body: Schemas['ProposeRefusal']): Promise<Case> =>
  unwrap(api.POST('/api/v1/cases/{id}/refusals', { params: at(one), body, signal: deadline() }));

export const approveRefusal = (one: Case, refusal: Refusal, typed: string): Promise<Case> =>
  unwrap(api.POST('/api/v1/cases/{id}/refusals/{part}/approval', { params: atPart(one, refusal.id), body: { typed }, signal: deadline() }));

export const returnRefusal = (one: Case, refusal: Refusal, reason: string): Promise<Case> =>
  unwrap(api.POST('/api/v1/cases/{id}/refusals/{part}/return', { params: atPart(one, refusal.id), body: { reason }, signal: deadline() }));

export const annulRefusal = (one: Case, refusal: Refusal, reason: string): Promise<Case> =>
  unwrap(api.POST('/api/v1/cases/{id}/refusals/{part}/annulment', { params: atPart(one, refusal.id), body: { reason }, signal: deadline() }));

export const issueForm = (one: Case, refusal: Refusal, body: Schemas['IssueForm']): Promise<Case> =>
  unwrap(api.POST('/api/v1/cases/{id}/refusals/{part}/issue', { params: atPart(one, refusal.id), body, signal: deadline() }));

export const getRefusalForm = (id: string, part: string, language: string, officer: string): Promise<PrintedForm> =>
  unwrap(
    api.GET('/api/v1/cases/{id}/refusals/{part}/form', {
      params: { path: { id, part }, query: { language, with: officer } },
      signal: deadline(),
    }),
  );

export const pdfPath = (id: string, part: string, language: string, officer: string) =>
  `/api/v1/cases/${id}/refusals/${part}/form.pdf?language=${language}&with=${officer}`;
