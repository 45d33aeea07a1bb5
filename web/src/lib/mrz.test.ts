import { describe, expect, it } from 'vitest';
import { checkDigit, digitsAgree, findFormat, linesOfTyped, readMrz } from './mrz';

const kToday = '2026-11-24';
const kTd3 = ['P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L898902C36UTO7408122F1204159ZE184226B<<<<<10'];

const failing = (lines: string[]) => readMrz(lines, kToday)?.digits.filter((digit) => !digit.agrees).map((digit) => digit.field);

// REQ: F-E01
describe('check digit', () => {
  it.each([
    ['520727', 3],
    ['AB2134<<<', 5],
    ['7408<<', 7],
    ['D23145890734', 9],
  ])('of %s is %d', (text, digit) => expect(checkDigit(text)).toBe(digit));
});

describe('reading', () => {
  it('reads the specimen passport of Doc 9303', () => {
    expect(readMrz(kTd3, kToday)).toMatchObject({
      format: 'TD3', documentCode: 'P', issuer: 'UTO', documentNumber: 'L898902C3', nationality: 'UTO', birthDate: '1974-08-12',
      sex: 'F', expiryDate: '2012-04-15', primary: 'ERIKSSON', secondary: 'ANNA MARIA',
    });
  });

  it('finds all digits of the specimens agreeing', () => {
    const specimens = [
      kTd3,
      ['I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<', 'D231458907UTO7408122F1204159<<<<<<<6'],
      ['I<UTOD231458907<<<<<<<<<<<<<<<', '7408122F1204159UTO<<<<<<<<<<<6', 'ERIKSSON<<ANNA<MARIA<<<<<<<<<<'],
      ['I<UTOD23145890<7349<<<<<<<<<<<', '3407127M9507122UTO<<<<<<<<<<<2', 'STEVENSON<<PETER<JOHN<<<<<<<<<'],
      ['I<UTOSTEVENSON<<PETER<JOHN<<<<<<<<<<', 'D23145890<UTO3407127M95071227349<<<8'],
      ['V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L8988901C4XXX4009078F96121096ZE184226B<<<<<<'],
    ];
    for (const lines of specimens) expect(readMrz(lines, kToday), lines.join()).toSatisfy(digitsAgree);
  });

  it('joins a long document number', () => {
    const lines = ['I<UTOD23145890<7349<<<<<<<<<<<', '3407127M9507122UTO<<<<<<<<<<<2', 'STEVENSON<<PETER<JOHN<<<<<<<<<'];
    expect(readMrz(lines, kToday)?.documentNumber).toBe('D23145890734');
  });

  it('names the digit that differs', () => {
    expect(failing([kTd3[0]!, 'L898902C36UTO7408123F1204159ZE184226B<<<<<10'])).toEqual(['birth_date', 'composite']);
  });

  it('keeps open parts of a birth date open', () => {
    expect(readMrz([kTd3[0]!, 'L898902C36UTO7408<<2F1204159ZE184226B<<<<<10'], kToday)?.birthDate).toBe('1974-08');
  });

  it('never dates a birth after today', () => {
    expect(readMrz([kTd3[0]!, 'L898902C36UTO2612012F1204159ZE184226B<<<<<10'], kToday)?.birthDate).toBe('1926-12-01');
  });

  it('leaves an impossible date empty', () => {
    expect(readMrz([kTd3[0]!, 'L898902C36UTO7402302F1204159ZE184226B<<<<<10'], kToday)?.birthDate).toBe('');
  });

  it('accepts a filler as the digit of an empty personal number', () => {
    expect(failing([kTd3[0]!, 'L898902C36UTO7408122F1204159<<<<<<<<<<<<<<<8'])).not.toContain('optional_data');
  });

  it('leaves national layouts to the server', () => {
    expect(readMrz(['D1FRA13AA000026181231MARTIN<<9'], kToday)).toBeUndefined();
  });

  it('does not read characters that no document has', () => {
    expect(readMrz([kTd3[0]!, kTd3[1]!.replace('L', 'ل')], kToday)).toBeUndefined();
  });
});

describe('typed lines', () => {
  it('become capitals with fillers, without empty lines', () => {
    expect(linesOfTyped(' p<utoeriksson  anna\n\n l898902c36uto ')).toEqual(['P<UTOERIKSSON<<ANNA', 'L898902C36UTO']);
  });

  it('tell visas from passports by the first letter', () => {
    expect(findFormat(['V'.padEnd(44, '<'), ''.padEnd(44, '<')])).toBe('MRV-A');
  });
});
