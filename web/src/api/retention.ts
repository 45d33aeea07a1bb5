import { api, csrf, deadline, unwrap } from './client';
import type { Hold, RetentionPlan, RetentionReport } from './types';

const kRunDeadlineMs = 10 * 60_000;

export const getRetentionPlan = (): Promise<RetentionPlan> => unwrap(api.GET('/api/v1/retention', { signal: deadline() }));

export const getHolds = (): Promise<Hold[]> => unwrap(api.GET('/api/v1/retention/holds', { signal: deadline() })).then((page) => page.holds);

/** Erases what is due; with `dryRun` only says what would happen. */
export const runRetention = (dryRun: boolean): Promise<RetentionReport> =>
  unwrap(api.POST('/api/v1/retention/runs', { params: { header: csrf() }, body: { dry_run: dryRun }, signal: deadline(kRunDeadlineMs) }));

export const proposeHold = (traveller: string, reason: string): Promise<Hold> =>
  unwrap(
    api.POST('/api/v1/retention/holds', { params: { header: csrf() }, body: { traveller_id: traveller, reason }, signal: deadline() }),
  );

export const approveHold = (id: string, confirmation: string): Promise<Hold> =>
  unwrap(
    api.POST('/api/v1/retention/holds/{id}/approval', {
      params: { path: { id }, header: csrf() },
      body: { confirmation },
      signal: deadline(),
    }),
  );

export const liftHold = (id: string, confirmation: string, reason: string): Promise<Hold> =>
  unwrap(
    api.POST('/api/v1/retention/holds/{id}/lift', {
      params: { path: { id }, header: csrf() },
      body: { confirmation, reason },
      signal: deadline(),
    }),
  );
