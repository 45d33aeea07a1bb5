import { api, csrf, deadline, setCsrfToken, unwrap } from './client';
import type { components } from './schema';
import type { Role, Session } from './types';

type Schemas = components['schemas'];
export type Officer = Schemas['Officer'];
export type Grant = Schemas['Grant'];
export type Emergency = Schemas['Emergency'];
export type Unit = Schemas['Unit'];
export type Workstation = Schemas['Workstation'];

const header = () => ({ header: csrf() });
const at = (id: string) => ({ path: { id }, header: csrf() });

export const getOfficers = (): Promise<Officer[]> => unwrap(api.GET('/api/v1/officers', { signal: deadline() })).then((page) => page.officers);
export const addOfficer = (body: Schemas['NewOfficer']) => unwrap(api.POST('/api/v1/officers', { params: header(), body, signal: deadline() }));
export const setRoles = (id: string, roles: Role[]) => unwrap(api.PUT('/api/v1/officers/{id}/roles', { params: at(id), body: { roles }, signal: deadline() }));
export const setActive = (id: string, active: boolean) =>
  unwrap(api.PUT('/api/v1/officers/{id}/active', { params: at(id), body: { active }, signal: deadline() }));
export const resetSecondFactor = (id: string, reason: string) =>
  unwrap(api.POST('/api/v1/officers/{id}/second-factor/reset', { params: at(id), body: { reason }, signal: deadline() }));

export type ClientCertificate = Schemas['ClientCertificate'];
export const getClientCertificates = (id: string): Promise<ClientCertificate[]> =>
  unwrap(api.GET('/api/v1/officers/{id}/client-certificates', { params: { path: { id } }, signal: deadline() })).then((page) => page.certificates);
export const registerClientCertificate = (id: string, body: Schemas['NewClientCertificate']) =>
  unwrap(api.POST('/api/v1/officers/{id}/client-certificates', { params: at(id), body, signal: deadline() }));
export const revokeClientCertificate = (id: string, sha256: string, reason: string) =>
  unwrap(
    api.POST('/api/v1/officers/{id}/client-certificates/{sha256}/revocation', {
      params: { path: { id, sha256 }, header: csrf() },
      body: { reason },
      signal: deadline(),
    }),
  );

export const getGrants = (): Promise<Grant[]> => unwrap(api.GET('/api/v1/grants', { signal: deadline() })).then((page) => page.grants);
export const proposeGrant = (body: Schemas['NewGrant']) => unwrap(api.POST('/api/v1/grants', { params: header(), body, signal: deadline() }));
export const approveGrant = (id: string, confirmation: string) =>
  unwrap(api.POST('/api/v1/grants/{id}/approval', { params: at(id), body: { confirmation }, signal: deadline() }));
export const endGrant = (id: string, reason: string) =>
  unwrap(api.POST('/api/v1/grants/{id}/end', { params: at(id), body: { reason }, signal: deadline() }));

export const getEmergencies = (): Promise<Emergency[]> =>
  unwrap(api.GET('/api/v1/emergencies', { signal: deadline() })).then((page) => page.emergencies);
export const breakGlass = (body: Schemas['NewEmergency']) => unwrap(api.POST('/api/v1/emergencies', { params: header(), body, signal: deadline() }));
export const reviewEmergency = (id: string, body: Schemas['Review']) =>
  unwrap(api.POST('/api/v1/emergencies/{id}/review', { params: at(id), body, signal: deadline() }));

export const getUnits = (): Promise<Unit[]> => unwrap(api.GET('/api/v1/units', { signal: deadline() })).then((page) => page.units);
export const recordUnit = (body: Schemas['NewUnit']) => unwrap(api.PUT('/api/v1/units', { params: header(), body, signal: deadline() }));

export const getWorkstations = (): Promise<Workstation[]> =>
  unwrap(api.GET('/api/v1/workstations', { signal: deadline() })).then((page) => page.workstations);
export const announceWorkstation = (body: Schemas['NewWorkstation']) =>
  unwrap(api.POST('/api/v1/workstations', { params: header(), body, signal: deadline() }));
export const closeWorkstation = (id: string, reason: string) =>
  unwrap(api.POST('/api/v1/workstations/{id}/closing', { params: at(id), body: { reason }, signal: deadline() }));
export const enrolWorkstation = (code: string) => unwrap(api.POST('/api/v1/workstation', { body: { code }, signal: deadline() }));

export const beginSecondFactor = () => unwrap(api.POST('/api/v1/session/second-factor', { params: header(), signal: deadline() }));
export const confirmSecondFactor = (code: string) =>
  unwrap(api.POST('/api/v1/session/second-factor/confirmation', { params: header(), body: { code }, signal: deadline() }));

export const lockSession = (reason: 'asked' | 'idle') =>
  unwrap(api.POST('/api/v1/session/lock', { params: header(), body: { reason }, signal: deadline() }));
export async function unlockSession(body: Schemas['Unlock']): Promise<Session> {
  const session = await unwrap(api.POST('/api/v1/session/unlock', { params: header(), body, signal: deadline() }));
  setCsrfToken(session.csrf_token);
  return session;
}
