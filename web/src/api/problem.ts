import type { components } from './schema';

type Body = components['schemas']['Problem'];

/** Why the server did not do something. `code` is the stable word that texts key on; `no_answer` and `not_understood` are made here. */
export class Problem extends Error {
  constructor(
    readonly code: string,
    readonly status: number,
    readonly detail = '',
    readonly errors: { pointer: string; reason: string }[] = [],
    readonly retryAfterSeconds?: number,
  ) {
    super(code);
    this.name = 'Problem';
  }
}

/** No server was reached, or it did not answer in time: the act may or may not have been done; its key makes a repeat safe. */
export const isNoAnswer = (problem: Problem) => problem.code === 'no_answer';

function hasCode(body: unknown): body is Body {
  return typeof body === 'object' && body !== null && 'code' in body && typeof body.code === 'string';
}

export function problemOf(response: Response, body: unknown): Problem {
  const retryAfter = Number(response.headers.get('Retry-After') ?? Number.NaN);
  const seconds = Number.isFinite(retryAfter) ? retryAfter : undefined;
  if (!hasCode(body)) return new Problem('not_understood', response.status, '', [], seconds);
  return new Problem(body.code, response.status, body.detail, body.errors ?? [], seconds);
}

export function problemFrom(error: unknown): Problem {
  return error instanceof Problem ? error : new Problem('no_answer', 0);
}
