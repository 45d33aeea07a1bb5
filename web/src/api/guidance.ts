import { api, csrf, deadline, unwrap } from './client';
import type { components } from './schema';

type Schemas = components['schemas'];
export type Procedure = Schemas['Procedure'];
export type ProcedureVersion = Schemas['ProcedureVersion'];
export type ProcedureView = Schemas['ProcedureView'];
export type ProcedureList = Schemas['ProcedureList'];
export type Binding = Schemas['Binding'];
export type Checklist = Schemas['Checklist'];
export type SubjectKind = Schemas['SubjectKind'];
export type StepDeviation = Schemas['StepDeviation'];
export type Directive = Schemas['Directive'];
export type IssueDirective = Schemas['IssueDirective'];
export type IssuedDirective = Schemas['IssuedDirective'];
export type CertificateBook = Schemas['CertificateBook'];
export type CertifiedOfficer = Schemas['CertifiedOfficer'];
export type Certificate = Schemas['Certificate'];
export type IssueCertificate = Schemas['IssueCertificate'];

const at = (id: string) => ({ path: { id }, header: csrf() });

export const getProcedures = (): Promise<ProcedureList> => unwrap(api.GET('/api/v1/procedures', { signal: deadline() }));
export const draftProcedure = (id: string, body: Procedure): Promise<ProcedureView> =>
  unwrap(api.PUT('/api/v1/procedures/{id}', { params: at(id), body, signal: deadline() }));
export const approveProcedure = (id: string, body: Schemas['ApproveVersion']): Promise<ProcedureView> =>
  unwrap(api.POST('/api/v1/procedures/{id}/approval', { params: at(id), body, signal: deadline() }));
export const withdrawProcedure = (id: string, body: Schemas['WithdrawVersion']): Promise<ProcedureView> =>
  unwrap(api.POST('/api/v1/procedures/{id}/withdrawal', { params: at(id), body, signal: deadline() }));

export const getSteps = (subject_kind: SubjectKind, subject: string): Promise<Checklist[]> =>
  unwrap(api.GET('/api/v1/procedure-steps', { params: { query: { subject_kind, subject } }, signal: deadline() })).then((page) => page.checklists);
export const followSteps = (body: Schemas['FollowSteps']): Promise<Checklist[]> =>
  unwrap(api.PUT('/api/v1/procedure-steps', { params: { header: csrf() }, body, signal: deadline() })).then((page) => page.checklists);

export const getDirectives = (): Promise<Directive[]> => unwrap(api.GET('/api/v1/directives', { signal: deadline() })).then((page) => page.directives);
export const getUnread = (): Promise<Schemas['UnreadDirectives']> => unwrap(api.GET('/api/v1/unread-directives', { signal: deadline() }));
export const getIssued = (): Promise<IssuedDirective[]> =>
  unwrap(api.GET('/api/v1/issued-directives', { signal: deadline() })).then((page) => page.directives);
export const issueDirective = (id: string, body: IssueDirective): Promise<IssuedDirective> =>
  unwrap(api.PUT('/api/v1/directives/{id}', { params: at(id), body, signal: deadline() }));
export const withdrawDirective = (id: string, reason: string): Promise<IssuedDirective> =>
  unwrap(api.POST('/api/v1/directives/{id}/withdrawal', { params: at(id), body: { reason }, signal: deadline() }));
export const readDirective = (id: string): Promise<Directive> =>
  unwrap(api.POST('/api/v1/directives/{id}/reading', { params: at(id), signal: deadline() }));

export const getCertificates = (): Promise<CertificateBook> => unwrap(api.GET('/api/v1/certificates', { signal: deadline() }));
export const issueCertificate = (id: string, body: IssueCertificate): Promise<CertificateBook> =>
  unwrap(api.PUT('/api/v1/certificates/{id}', { params: at(id), body, signal: deadline() }));
export const revokeCertificate = (id: string, reason: string): Promise<CertificateBook> =>
  unwrap(api.POST('/api/v1/certificates/{id}/revocation', { params: at(id), body: { reason }, signal: deadline() }));
export const setNeed = (unit: string, task: string, on: boolean): Promise<CertificateBook> =>
  unwrap(api.PUT('/api/v1/certificate-needs', { params: { header: csrf() }, body: { unit, task, on }, signal: deadline() }));
