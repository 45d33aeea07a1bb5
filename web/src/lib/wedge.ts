// A document reader that acts as a keyboard ("wedge") types the machine readable zone very fast and ends lines with Enter.
// It sends the scan codes of a US keyboard, whatever layout the PC has: on AZERTY an A arrives as Q, on Arabic nothing is
// Latin. Two buffers are kept, what the layout made of each key (`key`) and where the key lies (`code`), and the one whose
// check digits agree is the document.

import { digitsAgree, readMrz } from './mrz';

/** What the wedge needs of a keydown. Times are `event.timeStamp`, so that a stalled page does not break a swipe. */
export interface Keystroke {
  key: string;
  code: string;
  shift: boolean;
  time: number;
}

export interface Swipe {
  lines: string[];
  /** Which buffer the check digits chose. */
  from: 'key' | 'code';
}

/** What to do with the key: leave it to the page, keep it from the page, or both keep it and hand over a swipe. */
export type Verdict = { act: 'leave' } | { act: 'swallow'; began: boolean } | { act: 'done'; swipe: Swipe };

export const kSilenceMs = 250;
const kFastMs = 50;
const kKeysToSwallow = 6;
const kShortest = 28;

function fromCode(stroke: Keystroke): string {
  const { code, shift } = stroke;
  if (/^Key[A-Z]$/.test(code)) return code.slice(3);
  if (/^(Digit|Numpad)\d$/.test(code)) return code.slice(-1);
  if ((code === 'Comma' && shift) || code === 'IntlBackslash') return '<';
  return '?';
}

function fromKey(stroke: Keystroke): string {
  const upper = stroke.key.toUpperCase();
  return upper.length === 1 ? upper : '?';
}

const isEnter = (stroke: Keystroke) => stroke.key === 'Enter';
/** Some layouts write two letters with one key; F8 is no text, although a swipe may follow it at once. */
const isText = (stroke: Keystroke) => ([...stroke.key].length <= 2 && !/^F\d$/.test(stroke.key)) || stroke.key === 'Dead';

/** How well lines look like a document: agreeing check digits first, then clean characters. */
function worth(lines: readonly string[], asOf: string): number {
  const clean = lines.every((line) => /^[A-Z0-9<]+$/.test(line)) ? 1 : 0;
  const reading = readMrz(lines, asOf);
  if (!reading) return clean;
  const agreeing = reading.digits.filter((digit) => digit.agrees).length;
  return clean + 2 * agreeing + (digitsAgree(reading) ? 100 : 0);
}

export class Wedge {
  private keys: string[] = [''];
  private codes: string[] = [''];
  private gaps: number[] = [];
  private last = -Infinity;

  constructor(private readonly asOf: () => string) {}

  /** Takes one keydown without modifiers other than Shift. */
  take(stroke: Keystroke): Verdict {
    if (stroke.time - this.last > kSilenceMs) this.reset();
    if (!isEnter(stroke) && !isText(stroke)) return { act: 'leave' };
    if (this.last > 0 && this.count() > 0) this.gaps.push(stroke.time - this.last);
    this.last = stroke.time;
    return isEnter(stroke) ? this.endLine() : this.add(stroke);
  }

  /** Called when the keyboard has been silent for `kSilenceMs`: a swipe that ended without its last Enter. */
  flush(): Swipe | undefined {
    const whole = this.isBurst() && this.count() >= kShortest;
    const swipe = whole ? this.swipe() : undefined;
    this.reset();
    return swipe;
  }

  private add(stroke: Keystroke): Verdict {
    this.keys[this.keys.length - 1] += fromKey(stroke);
    this.codes[this.codes.length - 1] += fromCode(stroke);
    if (!this.isBurst()) return { act: 'leave' };
    return { act: 'swallow', began: this.count() === kKeysToSwallow + 1 };
  }

  private endLine(): Verdict {
    if (!this.isBurst()) {
      this.reset();
      return { act: 'leave' };
    }
    if (this.codes.at(-1) !== '') {
      this.keys.push('');
      this.codes.push('');
    }
    if (this.codes.length - 1 < this.linesExpected()) return { act: 'swallow', began: false };
    const swipe = this.swipe();
    this.reset();
    return { act: 'done', swipe };
  }

  /** Three lines for cards (30 characters, or 9 on a Swiss driving licence), two for everything else. */
  private linesExpected(): number {
    const first = this.codes[0]?.length ?? 0;
    return first <= 31 ? 3 : 2;
  }

  private swipe(): Swipe {
    const keys = this.keys.filter((line) => line !== '');
    const codes = this.codes.filter((line) => line !== '');
    const asOf = this.asOf();
    return worth(codes, asOf) > worth(keys, asOf) ? { lines: codes, from: 'code' } : { lines: keys, from: 'key' };
  }

  private count(): number {
    return this.codes.reduce((sum, line) => sum + line.length, 0);
  }

  private isBurst(): boolean {
    const fast = this.gaps.filter((gap) => gap <= kFastMs).length;
    return this.count() > kKeysToSwallow && fast > 0.6 * this.gaps.length;
  }

  private reset(): void {
    this.keys = [''];
    this.codes = [''];
    this.gaps = [];
    this.last = -Infinity;
  }
}
