// Reads a machine readable zone on this PC, so that the officer sees who it is before the server answers.
// Layouts and check digits: ICAO Doc 9303 parts 3 to 7. The server's reading is the record; this one is a first look.

export type MrzFormat = 'TD1' | 'TD2' | 'TD3' | 'MRV-A' | 'MRV-B';
export type DigitField = 'document_number' | 'birth_date' | 'expiry_date' | 'optional_data' | 'composite';

export interface Digit {
  field: DigitField;
  agrees: boolean;
}

export interface MrzReading {
  format: MrzFormat;
  documentCode: string;
  issuer: string;
  documentNumber: string;
  nationality: string;
  /** `YYYY-MM-DD`, or `YYYY-MM` or `YYYY` where the document leaves parts open; empty when unreadable. */
  birthDate: string;
  sex: 'M' | 'F' | 'X' | '';
  expiryDate: string;
  primary: string;
  secondary: string;
  digits: Digit[];
}

const kWeights = [7, 3, 1] as const;

function valueOf(character: string): number {
  const code = character.charCodeAt(0);
  if (code >= 48 && code <= 57) return code - 48;
  if (code >= 65 && code <= 90) return code - 55;
  return 0;
}

/** Doc 9303-3, 4.9: weights 7, 3, 1 from the first character, sum modulo 10. */
export function checkDigit(text: string): number {
  let sum = 0;
  for (let i = 0; i < text.length; i += 1) sum += valueOf(text.charAt(i)) * (kWeights[i % 3] ?? 0);
  return sum % 10;
}

function agrees(text: string, digit: string): boolean {
  if (digit === '<' && /^<*$/.test(text)) return true;
  return digit === String(checkDigit(text));
}

/** The format by its lines; undefined when no layout of Doc 9303 fits. */
export function findFormat(lines: readonly string[]): MrzFormat | undefined {
  const lengths = lines.map((line) => line.length).join();
  const visa = lines[0]?.startsWith('V') ?? false;
  if (lengths === '44,44') return visa ? 'MRV-A' : 'TD3';
  if (lengths === '36,36') return visa ? 'MRV-B' : 'TD2';
  return lengths === '30,30,30' ? 'TD1' : undefined;
}

const trim = (text: string) => text.replace(/<+$/, '');
const words = (text: string) => text.replace(/<+/g, ' ').trim();

function names(field: string): { primary: string; secondary: string } {
  const at = field.indexOf('<<');
  if (at < 0) return { primary: words(field), secondary: '' };
  return { primary: words(field.slice(0, at)), secondary: words(field.slice(at + 2)) };
}

function isDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** Two-digit years: an expiry lies in this century, a birth never after `asOf` (`YYYY-MM-DD`). */
function fullDate(text: string, asOf: string, kind: 'birth' | 'expiry'): string {
  if (!/^\d\d(\d\d|<<)(\d\d|<<)$/.test(text)) return '';
  const [yy, mm, dd] = [text.slice(0, 2), text.slice(2, 4), text.slice(4, 6)];
  const rest = [mm, dd].filter((part) => part !== '<<');
  const late = [`20${yy}`, ...rest].join('-');
  const year = kind === 'birth' && late > asOf.slice(0, late.length) ? `19${yy}` : `20${yy}`;
  if (mm === '<<') return year;
  if (Number(mm) < 1 || Number(mm) > 12) return '';
  if (dd === '<<') return `${year}-${mm}`;
  return isDay(Number(year), Number(mm), Number(dd)) ? `${year}-${mm}-${dd}` : '';
}

/** Doc 9303-5 and -6: a number longer than nine characters runs on into the optional data, its digit behind it. */
function documentNumber(field: string, digit: string, optional: string): { number: string; agrees: boolean } {
  const overflow = digit === '<' ? (/^([A-Z0-9]+)(<|$)/.exec(optional)?.[1] ?? '') : '';
  if (overflow.length < 2) return { number: trim(field), agrees: agrees(field, digit) };
  const number = field + overflow.slice(0, -1);
  return { number, agrees: agrees(number, overflow.slice(-1)) };
}

function readSex(letter: string): MrzReading['sex'] {
  if (letter === 'M' || letter === 'F') return letter;
  return letter === '<' || letter === 'X' ? 'X' : '';
}

interface Layout {
  head: string;
  names: string;
  number: [string, string];
  long: string;
  nationality: string;
  birth: [string, string];
  sex: string;
  expiry: [string, string];
  optional: [string, string] | null;
  composite: [string, string] | null;
}

function twoLines(format: MrzFormat, first: string, second: string): Layout {
  const end = first.length;
  const visa = format === 'MRV-A' || format === 'MRV-B';
  const composite = second.slice(0, 10) + second.slice(13, 20) + second.slice(21, end - 1);
  return {
    head: first.slice(0, 5),
    names: first.slice(5),
    number: [second.slice(0, 9), second.charAt(9)],
    long: format === 'TD2' ? second.slice(28, 35) : '',
    nationality: second.slice(10, 13),
    birth: [second.slice(13, 19), second.charAt(19)],
    sex: second.charAt(20),
    expiry: [second.slice(21, 27), second.charAt(27)],
    optional: format === 'TD3' ? [second.slice(28, 42), second.charAt(42)] : null,
    composite: visa ? null : [composite, second.charAt(end - 1)],
  };
}

function threeLines(first: string, second: string, third: string): Layout {
  const composite = first.slice(5) + second.slice(0, 7) + second.slice(8, 15) + second.slice(18, 29);
  return {
    head: first.slice(0, 5),
    names: third,
    number: [first.slice(5, 14), first.charAt(14)],
    long: first.slice(15),
    nationality: second.slice(15, 18),
    birth: [second.slice(0, 6), second.charAt(6)],
    sex: second.charAt(7),
    expiry: [second.slice(8, 14), second.charAt(14)],
    optional: null,
    composite: [composite, second.charAt(29)],
  };
}

function layoutOf(format: MrzFormat, lines: readonly string[]): Layout {
  const [first = '', second = '', third = ''] = lines;
  return format === 'TD1' ? threeLines(first, second, third) : twoLines(format, first, second);
}

function digitsOf(layout: Layout, number: boolean): Digit[] {
  const digits: Digit[] = [
    { field: 'document_number', agrees: number },
    { field: 'birth_date', agrees: agrees(...layout.birth) },
    { field: 'expiry_date', agrees: agrees(...layout.expiry) },
  ];
  if (layout.optional) digits.push({ field: 'optional_data', agrees: agrees(...layout.optional) });
  if (layout.composite) digits.push({ field: 'composite', agrees: agrees(...layout.composite) });
  return digits;
}

/** Reads what can be read; undefined when the lines fit no layout of Doc 9303 (the server knows national ones). */
export function readMrz(lines: readonly string[], asOf: string): MrzReading | undefined {
  const format = findFormat(lines);
  if (format === undefined || !lines.every((line) => /^[A-Z0-9<]+$/.test(line))) return undefined;
  const layout = layoutOf(format, lines);
  const number = documentNumber(...layout.number, layout.long);
  return {
    format,
    documentCode: trim(layout.head.slice(0, 2)),
    issuer: trim(layout.head.slice(2, 5)),
    documentNumber: number.number,
    nationality: trim(layout.nationality),
    birthDate: fullDate(layout.birth[0], asOf, 'birth'),
    sex: readSex(layout.sex),
    expiryDate: fullDate(layout.expiry[0], asOf, 'expiry'),
    ...names(layout.names),
    digits: digitsOf(layout, number.agrees),
  };
}

export const digitsAgree = (reading: MrzReading) => reading.digits.every((digit) => digit.agrees);

/** What an officer typed, as lines: spaces become fillers, letters become capitals, empty lines go. */
export function linesOfTyped(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim().toUpperCase().replaceAll(' ', '<'))
    .filter((line) => line !== '');
}
