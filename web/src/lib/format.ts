// Dates, numbers and codes for the reader's language. Dates of law have no time zone; instants are shown by the post's clock.
import { getLocale, t } from './i18n';

const kDay: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' };

/** `2026-08-12`, `2026-08`, `2026`, or with XX for unknown parts. */
export function formatDate(text: string | undefined): string {
  if (!text) return '–';
  if (!/^\d{4}(-(\d\d|XX)){0,2}$/.test(text)) return text;
  const [year = '', month = 'XX', day = 'XX'] = text.split('-');
  if (!/^\d\d$/.test(month)) return year;
  const known = /^\d\d$/.test(day);
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, known ? Number(day) : 1));
  const options: Intl.DateTimeFormatOptions = known ? kDay : { month: 'short', year: 'numeric', timeZone: 'UTC' };
  return new Intl.DateTimeFormat(getLocale(), options).format(date);
}

/** A birth date as lists state it: `1974-08-12`, `about 1974`, `1974 to 1976`. */
export function formatBirth(text: string): string {
  const [, about, first = text, last] = /^(about )?(\S+)(?: to (\d{4}))?$/.exec(text) ?? [];
  const from = formatDate(first);
  const span = last ? t('birth.span', { from, to: last }) : from;
  return about ? t('birth.about', { date: span }) : span;
}

export function formatInstant(text: string, timeZone: string): string {
  const options: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', hour12: false, timeZone };
  return new Intl.DateTimeFormat(getLocale(), options).format(new Date(text));
}

export const formatNumber = (value: number) => new Intl.NumberFormat(getLocale()).format(value);

export const formatPercent = (percent: number) => new Intl.NumberFormat(getLocale(), { style: 'percent' }).format(percent / 100);

export const formatBits = (value: number) =>
  new Intl.NumberFormat(getLocale(), { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(value);

export const formatSigned = (value: number) =>
  new Intl.NumberFormat(getLocale(), { signDisplay: 'exceptZero', minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(value);

/** How long a check took: milliseconds below a second, with one digit below ten; never 0. */
export function formatTook(microseconds: number): string {
  const figure = (value: number, digits: number) => new Intl.NumberFormat(getLocale(), { maximumFractionDigits: digits }).format(value);
  if (microseconds >= 1_000_000) return t('unit.seconds', { seconds: figure(microseconds / 1_000_000, 1) });
  const milliseconds = Math.max(microseconds / 1000, 0.1);
  return t('unit.milliseconds', { milliseconds: figure(milliseconds, milliseconds < 10 ? 1 : 0) });
}

/** `5 minutes ago`, in the largest unit that fits. */
export function formatAgo(seconds: number): string {
  const steps: [Intl.RelativeTimeFormatUnit, number][] = [['day', 86_400], ['hour', 3600], ['minute', 60], ['second', 1]];
  const [unit, size] = steps.find(([, size]) => seconds >= size) ?? ['second', 1];
  return new Intl.RelativeTimeFormat(getLocale(), { numeric: 'always' }).format(-Math.floor(seconds / size), unit);
}

/** Whole years between a birth and a day; undefined when the birth is not known to the day. */
export function findAge(birth: string, on: string): number | undefined {
  if (!/^\d{4}-\d\d-\d\d$/.test(birth)) return undefined;
  const years = Number(on.slice(0, 4)) - Number(birth.slice(0, 4));
  return on.slice(5) < birth.slice(5) ? years - 1 : years;
}

/** Today by the clock of the post, as `YYYY-MM-DD`. */
export function todayIn(timeZone: string, now = new Date()): string {
  return new Intl.DateTimeFormat('en-CA', { year: 'numeric', month: '2-digit', day: '2-digit', timeZone }).format(now);
}
