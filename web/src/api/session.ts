import { api, csrf, deadline, setCsrfToken, unwrap } from './client';
import { Problem } from './problem';
import type { Enrolment, Node, Session, SignIn } from './types';

function keep(session: Session): Session {
  setCsrfToken(session.csrf_token);
  return session;
}

/** The session of this browser; null when nobody is signed in. */
export async function findSession(): Promise<Session | null> {
  try {
    return keep(await unwrap(api.GET('/api/v1/session', { signal: deadline() })));
  } catch (error) {
    if (error instanceof Problem && (error.status === 401 || error.status === 403)) return null;
    throw error;
  }
}

export const signIn = async (body: SignIn) => keep(await unwrap(api.POST('/api/v1/session', { body, signal: deadline() })));

export const signInByCertificate = async () => keep(await unwrap(api.POST('/api/v1/session/client-certificate', { signal: deadline() })));

export const enrol = async (body: Enrolment) => keep(await unwrap(api.POST('/api/v1/enrolment', { body, signal: deadline() })));

export async function signOut(): Promise<void> {
  try {
    await unwrap(api.DELETE('/api/v1/session', { params: { header: csrf() }, signal: deadline() }));
  } finally {
    setCsrfToken('');
  }
}

export const getNode = (): Promise<Node> => unwrap(api.GET('/api/v1/node', { signal: deadline() }));

/** Changes the officer's own password; the officer's other sessions end. */
export const changePassword = (body: { password: string; new_password: string; code?: string }): Promise<unknown> =>
  unwrap(api.PUT('/api/v1/session/password', { params: { header: csrf() }, body, signal: deadline() }));
