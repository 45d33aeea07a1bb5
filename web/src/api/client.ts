// The one place that calls fetch. Types come from the contract; answers are unwrapped, failures become Problem.
import createClient, { type Middleware } from 'openapi-fetch';
import type { paths } from './schema';
import { problemFrom, problemOf } from './problem';

const kDeadlineMs = 10_000;

let csrfToken = '';
let onSessionLost: () => void = () => {};
let onSessionLocked: () => void = () => {};

/** A wrong password to unlock is a 401 too, and loses no session. */
const kLost = new Set(['session_required', 'session_unknown', 'session_idle', 'session_expired', 'officer_inactive']);

export const setCsrfToken = (token: string) => {
  csrfToken = token;
};
export const setSessionLostHandler = (handler: () => void) => {
  onSessionLost = handler;
};

export const setSessionLockedHandler = (handler: () => void) => {
  onSessionLocked = handler;
};

const security: Middleware = {
  onRequest({ request }) {
    if (request.method !== 'GET' && csrfToken !== '') request.headers.set('X-CSRF', csrfToken);
    return request;
  },
};

// Looked up at each call, so that a test can stand in for the network.
export const api = createClient<paths>({ baseUrl: globalThis.location?.origin ?? '', fetch: (request) => globalThis.fetch(request) });
api.use(security);

/** The header parameters a state-changing call declares; X-CSRF is set by the middleware, so its value here is moot. */
export const csrf = () => ({ 'X-CSRF': csrfToken });

/** An aborted signal after the deadline; made by hand, since AbortSignal.timeout came with Chrome 103 and Firefox 100 only. */
export function deadline(ms = kDeadlineMs): AbortSignal {
  const controller = new AbortController();
  setTimeout(() => controller.abort(), ms);
  return controller.signal;
}

interface Answer<T> {
  data?: T | undefined;
  error?: unknown;
  response: Response;
}

/** The body, or a Problem thrown. A lost session is told to the application once, here. */
export async function unwrap<T>(answer: Promise<Answer<T>>): Promise<T> {
  let settled: Answer<T>;
  try {
    settled = await answer;
  } catch (error) {
    throw problemFrom(error);
  }
  const { data, error, response } = settled;
  if (response.ok) return data as T;
  const problem = problemOf(response, error);
  if (kLost.has(problem.code) && csrfToken !== '') onSessionLost();
  if (problem.code === 'session_locked') onSessionLocked();
  throw problem;
}

/** A key that names one act, so that repeating the request cannot do it twice. Works without a secure context too. */
export function makeKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
