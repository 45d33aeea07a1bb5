// Invented travellers with documents whose check digits agree, unless a test wants otherwise.
import { randomInt } from 'node:crypto';
import { checkDigit } from '../src/lib/mrz';

interface Passport {
  surname: string;
  given: string;
  number: string;
  birth: string;
  sex: 'M' | 'F';
  expiry?: string;
}

const fill = (text: string, length: number) => text.replaceAll(' ', '<').padEnd(length, '<').slice(0, length);
const digit = (text: string) => text + String(checkDigit(text));

export function passport({ surname, given, number, birth, sex, expiry = '320415' }: Passport): string[] {
  const numbered = digit(fill(number, 9));
  const personal = digit(fill('', 14));
  const composite = checkDigit(numbered + digit(birth) + digit(expiry) + personal);
  return [fill(`P<KEN${surname}<<${given}`, 44), `${numbered}KEN${digit(birth)}${sex}${digit(expiry)}${personal}${composite}`];
}

const figures = (count: number) => String(randomInt(10 ** count)).padStart(count, '0');

/** Nothing stands against her, and the node has never seen her: each call gives another document and birth. */
export function stranger(surname = 'WANJIKU', given = 'GRACE NJERI'): string[] {
  const birth = `${randomInt(60, 99)}${String(randomInt(1, 13)).padStart(2, '0')}${String(randomInt(1, 29)).padStart(2, '0')}`;
  return passport({ surname, given, number: `X${figures(7)}`, birth, sex: 'F' });
}
/** A child, whom the node has never seen. */
export const child = () => passport({ surname: 'KAMANZI', given: 'LEA', number: `K${figures(7)}`, birth: `150${randomInt(1, 10)}12`, sex: 'F' });
/** The own list holds an Anna Maria Erikson, born nine days later. */
export const kListed = passport({ surname: 'ERIKSSON', given: 'ANNA MARIA', number: 'L898902C3', birth: '740812', sex: 'F' });
/** Bears a listed name and birth date with a passport of another number: a new document at each call. */
export const namesake = () => passport({ surname: 'NOVAK', given: 'JANA', number: `N${figures(7)}`, birth: '800505', sex: 'F' });
/** The own list holds her under a discreet alert, which the first line does not see. */
export const kDiscreet = passport({ surname: 'BERGSTROM', given: 'LINA MARIA', number: `X${figures(7)}`, birth: '690505', sex: 'F' });
/** The own list holds the number of his passport. */
export const kNumberListed = passport({ surname: 'HADDAD', given: 'KARIM', number: 'S7654321', birth: '690203', sex: 'M' });
/** Stayed ninety days until yesterday. */
export const kStayedTooLong = passport({ surname: 'OKAFOR', given: 'CHIDI', number: 'B1029384', birth: '900105', sex: 'M' });

/** Entered 140 days ago, and no exit is on record. */
export const kOverstayer = passport({ surname: 'MWANGI', given: 'PETER', number: 'C5550001', birth: '850304', sex: 'M' });

/** Two passports of one man, whose name is spelled in two ways. */
export function twoPassports(): [string[], string[]] {
  const birth = `${randomInt(60, 99)}0${randomInt(2, 10)}${randomInt(13, 29)}`;
  const [first, second] = [`D${figures(7)}`, `E${figures(7)}`];
  const given = 'JOSEPH KIPROTICH';
  return [
    passport({ surname: 'CHERUIYOT', given, number: first, birth, sex: 'M' }),
    passport({ surname: 'CHERUYOT', given, number: second, birth, sex: 'M', expiry: '350415' }),
  ];
}

/** One digit of the document number's check digit is off. */
export function wrongDigit(): string[] {
  const [names = '', data = ''] = stranger('HALLORAN', 'PETRA');
  return [names, data.slice(0, 9) + String((Number(data.charAt(9)) + 1) % 10) + data.slice(10)];
}
