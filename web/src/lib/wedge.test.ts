import { describe, expect, it } from 'vitest';
import { Wedge, type Keystroke, type Swipe, type Verdict } from './wedge';

const kTd3 = ['P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L898902C36UTO7408122F1204159ZE184226B<<<<<10'];
const kTd1 = ['I<UTOD231458907<<<<<<<<<<<<<<<', '7408122F1204159UTO<<<<<<<<<<<6', 'ERIKSSON<<ANNA<MARIA<<<<<<<<<<'];
const kSwiss = ['AAA001D<<', 'FACHE000000000000<<810220<<<<<', 'MUSTER<<HANS<<<<<<<<<<<<<<<<<<'];

/** What a layout makes of a key pressed on a US keyboard by the reader. */
type Layout = (code: string, shift: boolean) => string;

const codeOf = (character: string): [string, boolean] => {
  if (/[A-Z]/.test(character)) return [`Key${character}`, true];
  return /\d/.test(character) ? [`Digit${character}`, false] : ['Comma', true];
};

const us: Layout = (code, shift) => {
  if (code.startsWith('Digit')) return code.slice(5);
  if (code === 'Comma') return shift ? '<' : ',';
  return shift ? code.slice(3) : code.slice(3).toLowerCase();
};

const kSwapped: Record<string, string> = { KeyA: 'Q', KeyQ: 'A', KeyZ: 'W', KeyW: 'Z', KeyM: '?' };
const french: Layout = (code, shift) => {
  if (code.startsWith('Digit')) return 'à&é"\'(-è_ç'[Number(code.slice(5))]!;
  if (code === 'Comma') return shift ? '?' : ';';
  return kSwapped[code] ?? us(code, shift);
};
const arabic: Layout = (code) => {
  if (code.startsWith('Digit')) return '٠١٢٣٤٥٦٧٨٩'[Number(code.slice(5))]!;
  if (code === 'KeyB') return 'لا';
  return code === 'Comma' ? ',' : 'ش';
};

function strokes(lines: readonly string[], layout: Layout, gap: (at: number) => number = () => 4): Keystroke[] {
  let time = 1000;
  let at = 0;
  const next = () => (time += gap(at++));
  return lines.flatMap((line) => [
    ...[...line].map((character) => {
      const [code, shift] = codeOf(character);
      return { key: layout(code, shift), code, shift, time: next() };
    }),
    { key: 'Enter', code: 'Enter', shift: false, time: next() },
  ]);
}

function run(keys: readonly Keystroke[], wedge = new Wedge(() => '2026-11-24')): { swipes: Swipe[]; verdicts: Verdict[] } {
  const verdicts = keys.map((key) => wedge.take(key));
  return { verdicts, swipes: verdicts.flatMap((verdict) => (verdict.act === 'done' ? [verdict.swipe] : [])) };
}

// REQ: F-E01
describe('a swipe', () => {
  it('is read on a US layout from the keys', () => {
    expect(run(strokes(kTd3, us)).swipes).toEqual([{ lines: kTd3, from: 'key' }]);
  });

  it('is read on AZERTY from the places of the keys', () => {
    expect(run(strokes(kTd3, french)).swipes).toEqual([{ lines: kTd3, from: 'code' }]);
  });

  it('is read on an Arabic layout', () => {
    expect(run(strokes(kTd3, arabic)).swipes).toEqual([{ lines: kTd3, from: 'code' }]);
  });

  it('is read on AZERTY even when a check digit differs', () => {
    const wrong = [kTd3[0]!, kTd3[1]!.replace('7408122', '7408123')];
    expect(run(strokes(wrong, french)).swipes[0]?.lines).toEqual(wrong);
  });

  it('of a card ends with the third line', () => {
    expect(run(strokes(kTd1, us)).swipes).toEqual([{ lines: kTd1, from: 'key' }]);
  });

  it('of a Swiss driving licence ends with the third line', () => {
    expect(run(strokes(kSwiss, us)).swipes[0]?.lines).toEqual(kSwiss);
  });

  it('survives a page that stalls now and then', () => {
    expect(run(strokes(kTd3, us, (at) => (at % 5 === 4 ? 200 : 6))).swipes).toHaveLength(1);
  });

  it('leaves the first six keys and keeps the rest from the page', () => {
    const acts = run(strokes(kTd3, us)).verdicts.map((verdict) => verdict.act);
    expect(acts.slice(0, 6)).toEqual(Array.from({ length: 6 }, () => 'leave'));
    expect(acts.slice(6)).not.toContain('leave');
  });

  it('keeps its Enter from a focused button', () => {
    expect(run(strokes(kTd3, us)).verdicts[44]?.act).toBe('swallow');
  });

  it('without its last Enter is handed over by silence', () => {
    const wedge = new Wedge(() => '2026-11-24');
    run(strokes(kTd3, us).slice(0, -1), wedge);
    expect(wedge.flush()?.lines).toEqual(kTd3);
  });

  it('may come right after a function key', () => {
    const wedge = new Wedge(() => '2026-11-24');
    expect(wedge.take({ key: 'F8', code: 'F8', shift: false, time: 990 }).act).toBe('leave');
    expect(run(strokes(kTd3, us), wedge).swipes).toEqual([{ lines: kTd3, from: 'key' }]);
  });

  it('may come right after another', () => {
    const twice = [...strokes(kTd3, us), ...strokes(kTd1, us).map((key) => ({ ...key, time: key.time + 500 }))];
    expect(run(twice).swipes.map((swipe) => swipe.lines)).toEqual([kTd3, kTd1]);
  });
});

describe('typing', () => {
  it('is left alone at the speed of people', () => {
    const acts = run(strokes(kTd3, us, () => 120)).verdicts.map((verdict) => verdict.act);
    expect(new Set(acts)).toEqual(new Set(['leave']));
  });

  it('does not become a swipe by silence', () => {
    const wedge = new Wedge(() => '2026-11-24');
    run(strokes(kTd3, us, () => 120), wedge);
    expect(wedge.flush()).toBeUndefined();
  });

  it('leaves function keys and arrows alone', () => {
    const keys = ['F8', 'ArrowDown', 'Tab', 'Backspace'].map((key, at) => ({ key, code: key, shift: false, time: 1000 + at }));
    expect(run(keys).verdicts.every((verdict) => verdict.act === 'leave')).toBe(true);
  });
});
