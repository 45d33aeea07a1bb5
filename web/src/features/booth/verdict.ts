// What stands on the screen about one traveller, drawn from what this PC read and what the server answered.
import type { CheckName, Inspection } from '../../api/types';
import { digitsAgree } from '../../lib/mrz';
import type { State } from '../../ui/StateIcon';
import type { Traveller } from './booth-state';

/** Officers learn places: always these eight, always in this order. */
export const kChecks: readonly CheckName[] = [
  'watchlist', 'document_status', 'chip', 'check_digits', 'validity', 'visa', 'stay', 'advance_data',
];

export interface ShownCheck {
  name: CheckName;
  state: State;
  reason: string;
  source: string;
  tookUs?: number | undefined;
  ageSeconds?: number | undefined;
}

function localDigits(traveller: Traveller): ShownCheck {
  const base = { name: 'check_digits' as const, source: 'this_pc' };
  if (!traveller.reading) return { ...base, state: 'pending', reason: '' };
  const agrees = digitsAgree(traveller.reading);
  return { ...base, state: agrees ? 'clear' : 'review', reason: agrees ? '' : 'check_digit_differs' };
}

function withoutServer(traveller: Traveller): ShownCheck[] {
  const digits = localDigits(traveller);
  return kChecks.map((name) => {
    if (name === 'check_digits' && digits.state !== 'pending') return digits;
    if (traveller.problem) return { name, state: 'unavailable', reason: 'no_answer', source: '' };
    return { name, state: 'pending', reason: '', source: '' };
  });
}

function fromServer(inspection: Inspection): ShownCheck[] {
  return kChecks.map((name) => {
    const check = inspection.checks.find((one) => one.name === name);
    if (!check) return { name, state: 'not_checked', reason: '', source: '' };
    return { name, state: check.state, reason: check.reason, source: check.source, tookUs: check.took_us, ageSeconds: check.age_s };
  });
}

export const checksOf = (traveller: Traveller): ShownCheck[] =>
  traveller.inspection ? fromServer(traveller.inspection) : withoutServer(traveller);

/** A record that may be this person or this document, not a rule: what to do about it is to compare. */
export const isRecordCheck = (name: CheckName) => name === 'watchlist' || name === 'document_status';

export type VerdictWord = 'checking' | 'no_answer' | 'compare' | 'confirmed' | 'closed' | 'review' | 'fallback' | 'nothing_found';

/** The line at the top: the worst of what is known, in words. Never "OK to admit". */
export function verdictOf(traveller: Traveller): { word: VerdictWord; state: State } {
  const assessment = traveller.inspection?.assessment;
  if (!assessment) return traveller.problem ? { word: 'no_answer', state: 'unavailable' } : { word: 'checking', state: 'pending' };
  if (assessment.blocked_by.includes('match_confirmed')) return { word: 'confirmed', state: 'hit' };
  if (assessment.verdict === 'compare') return { word: 'compare', state: 'hit' };
  if (!assessment.admit_allowed) return { word: 'closed', state: 'hit' };
  if (assessment.verdict !== 'review') return { word: 'nothing_found', state: 'clear' };
  const review = checksOf(traveller).some((check) => check.state === 'review');
  return review ? { word: 'review', state: 'review' } : { word: 'fallback', state: 'unavailable' };
}

export interface Tally {
  answered: number;
  notChecked: number;
  notes: number;
}

export function tallyOf(checks: readonly ShownCheck[]): Tally {
  const count = (...states: State[]) => checks.filter((check) => states.includes(check.state)).length;
  return { answered: count('clear', 'info', 'review', 'hit'), notChecked: count('not_checked'), notes: count('info') };
}

/** Why Admit is closed, as the server's word; undefined when it is open. */
export function findWhyClosed(traveller: Traveller): string | undefined {
  if (traveller.problem && !traveller.inspection) return 'no_answer';
  const assessment = traveller.inspection?.assessment;
  if (!assessment) return 'checking';
  if (assessment.admit_allowed) return undefined;
  return assessment.blocked_by[0] ?? 'other';
}

/** Whose face and data: from the server once it answered, from this PC until then. */
export interface ShownPerson {
  primary: string;
  secondary: string;
  births: string[];
  sex: string;
  nationality: string;
  documentCode: string;
  number: string;
  issuer: string;
  expires: string;
}

export function findPerson(traveller: Traveller): ShownPerson | undefined {
  const { inspection, reading } = traveller;
  if (inspection) {
    const { traveller: who, document } = inspection;
    return {
      primary: who.primary_identifier,
      secondary: who.secondary_identifier,
      births: who.birth_dates,
      sex: who.sex,
      nationality: who.nationality,
      documentCode: document.code,
      number: document.number,
      issuer: document.issuer,
      expires: document.expires_on ?? '',
    };
  }
  if (!reading) return undefined;
  const births = reading.birthDate ? [reading.birthDate] : [];
  const { primary, secondary, sex, nationality, documentCode, issuer } = reading;
  return { primary, secondary, births, sex, nationality, documentCode, number: reading.documentNumber, issuer, expires: reading.expiryDate };
}

/** "SECONDARY PRIMARY", as people say a name; the primary identifier alone where there is no other. */
export const nameOf = (person: Pick<ShownPerson, 'primary' | 'secondary'>) => [person.secondary, person.primary].filter(Boolean).join(' ');

/** A name to know a traveller by in a list of those set aside. */
export function labelOf(traveller: Traveller): string {
  const person = findPerson(traveller);
  return (person && nameOf(person)) || traveller.lines[0]?.slice(0, 12) || '';
}
