// What an officer may say about a decision. Words are those of the contract; the server has the last word.
import type { Inspection } from '../../api/types';

/** Why an admission is right in spite of a check that needs a reason. */
export const kAdmissionReasons = ['document_examined', 'second_document_seen', 'exit_proved_otherwise', 'supervisor_agreed', 'other'] as const;
/** How the lists were searched, or on whose order they were not, while they do not answer. */
export const kFallbackReasons = ['lists_searched_elsewhere', 'fallback_ordered', 'supervisor_took_over'] as const;
/** Who agreed to the journey of a minor whose consent was not seen. */
export const kMinorReasons = ['guardian_reached', 'child_protection_agreed', 'supervisor_agreed'] as const;
export const kReferralReasons = [
  'possible_match', 'document_doubt', 'identity_doubt', 'purpose_doubt', 'stay_doubt', 'protection', 'other',
] as const;
export const kPurposes = ['tourism', 'business', 'family', 'transit', 'study', 'work', 'medical', 'official', 'other'] as const;

export type AdmissionReason = (typeof kAdmissionReasons)[number];
export type FallbackReason = (typeof kFallbackReasons)[number];
export type MinorReason = (typeof kMinorReasons)[number];
export type ReferralReason = (typeof kReferralReasons)[number];
export type Purpose = (typeof kPurposes)[number];

export interface Needs {
  reason: boolean;
  fallback: boolean;
  minor: boolean;
}

/** What an admission must explain. */
export function needsOf(inspection: Inspection): Needs {
  const needs = inspection.assessment.needs_reason;
  const unanswered = inspection.checks.some((check) => check.name === 'watchlist' && check.state === 'unavailable');
  const fallback = unanswered && needs.includes('watchlist');
  return { reason: needs.some((name) => name !== 'watchlist' || !fallback), fallback, minor: inspection.person.minor === 'without_consent' };
}

/** A record asks for protection, as that of a missing child does. */
export const isToProtect = (inspection: Inspection) =>
  inspection.hits.some((hit) => hit.action === 'protect' && hit.comparison?.result !== 'not_same_person');

/** The likeliest reason to refer, chosen beforehand; the officer may take another. */
export function likelyReferral(inspection: Inspection): ReferralReason {
  if (isToProtect(inspection) || inspection.person.minor === 'without_consent') return 'protection';
  const { blocked_by: blocked, needs_reason: needs } = inspection.assessment;
  if (blocked.some((word) => word.startsWith('match_'))) return 'possible_match';
  if (blocked.includes('stay_used_up') || needs.includes('stay')) return 'stay_doubt';
  if (blocked.length > 0 || needs.includes('check_digits') || needs.includes('validity')) return 'document_doubt';
  return 'identity_doubt';
}

/** Days are granted to a foreigner who enters; nobody else is given any. */
export const grantsDays = (inspection: Inspection) =>
  inspection.direction === 'entry' && !inspection.own_national && inspection.stay !== undefined;

/** Whether entry can be refused at all: not on exit, and never to the state's own nationals. */
export const mayRefuse = (inspection: Inspection) => inspection.direction === 'entry' && !inspection.own_national;
