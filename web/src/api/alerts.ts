import { api, csrf, deadline, unwrap } from './client';
import type { AlertDraft, AlertRules, DryRun, HitCard, OwnAlert } from './types';

const of = (id: string) => ({ params: { path: { id }, header: csrf() }, signal: deadline() });

export const getAlertRules = (): Promise<AlertRules> => unwrap(api.GET('/api/v1/alert-rules', { signal: deadline() }));
export const getOwnAlerts = (): Promise<OwnAlert[]> => unwrap(api.GET('/api/v1/alerts', { signal: deadline() })).then((page) => page.alerts);
export const getEmergencies = (): Promise<OwnAlert[]> =>
  unwrap(api.GET('/api/v1/emergency-alerts', { signal: deadline() })).then((page) => page.alerts);
/** The client makes the id, so that sending it again changes nothing. */
export const draftAlert = (id: string, body: AlertDraft): Promise<OwnAlert> => unwrap(api.PUT('/api/v1/alerts/{id}', { ...of(id), body }));
export const raiseEmergency = (id: string, note: string, alert: AlertDraft): Promise<OwnAlert> =>
  unwrap(api.PUT('/api/v1/emergency-alerts/{id}', { ...of(id), body: { note, alert } }));
export const proposeAlert = (id: string, note: string): Promise<OwnAlert> =>
  unwrap(api.POST('/api/v1/alerts/{id}/proposal', { ...of(id), body: { note } }));
export const approveAlert = (id: string, confirmation: string): Promise<OwnAlert> =>
  unwrap(api.POST('/api/v1/alerts/{id}/approval', { ...of(id), body: { confirmation } }));
export const returnAlert = (id: string, note: string): Promise<OwnAlert> =>
  unwrap(api.POST('/api/v1/alerts/{id}/return', { ...of(id), body: { note } }));
export const proposeWithdrawal = (id: string, note: string): Promise<OwnAlert> =>
  unwrap(api.POST('/api/v1/alerts/{id}/withdrawal', { ...of(id), body: { note } }));
export const approveWithdrawal = (id: string, confirmation: string): Promise<OwnAlert> =>
  unwrap(api.POST('/api/v1/alerts/{id}/withdrawal-approval', { ...of(id), body: { confirmation } }));
export const dryRun = (id: string): Promise<DryRun> =>
  unwrap(api.GET('/api/v1/alerts/{id}/dry-run', { params: { path: { id } }, signal: deadline() }));

export const getHits = (): Promise<HitCard[]> => unwrap(api.GET('/api/v1/hits', { signal: deadline() })).then((page) => page.hits);
export const getOwnerHits = (): Promise<HitCard[]> =>
  unwrap(api.GET('/api/v1/owner-hits', { signal: deadline() })).then((page) => page.hits);
export const judgeHit = (id: string, state: 'confirmed' | 'false_positive' | 'unresolved', note: string): Promise<HitCard> =>
  unwrap(api.POST('/api/v1/hits/{id}/judgement', { ...of(id), body: { state, note } }));
export const fillHitForm = (id: string, form: Record<string, string>): Promise<HitCard> =>
  unwrap(api.PUT('/api/v1/hits/{id}/form', { ...of(id), body: { form } }));
export const proposeHitClosing = (id: string): Promise<HitCard> =>
  unwrap(api.POST('/api/v1/hits/{id}/closing', { ...of(id), body: {} }));
export const closeHit = (id: string, confirmation: string): Promise<HitCard> =>
  unwrap(api.POST('/api/v1/hits/{id}/closing-approval', { ...of(id), body: { confirmation } }));
export const receiptHit = (id: string, receipt: 'opened' | 'acted', note: string): Promise<HitCard> =>
  unwrap(api.POST('/api/v1/owner-hits/{id}/receipt', { ...of(id), body: { receipt, note } }));
