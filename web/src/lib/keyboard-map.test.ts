import { describe, expect, it } from 'vitest';
import { findAction, kKeyboardMap } from './keyboard-map';

const stroke = (key: string, more: Partial<KeyboardEvent> = {}) => ({
  key, code: '', shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, ...more,
});

describe('keyboard map', () => {
  it('gives each key one meaning', () => {
    expect(new Set(kKeyboardMap.map((line) => line.keys)).size).toBe(kKeyboardMap.length);
  });

  it('holds no unmodified letter or digit: readers type those', () => {
    expect(kKeyboardMap.filter((line) => /^.$/.test(line.keys))).toEqual([]);
  });

  it('leaves reload, full screen and tools to the browser', () => {
    expect(kKeyboardMap.filter((line) => /F5|F11|F12/.test(line.keys))).toEqual([]);
  });

  it.each([
    ['F1', 'help'], ['F2', 'next'], ['F3', 'find'], ['F4', 'history'], ['F6', 'next_pane'], ['F7', 'compare'], ['F8', 'admit'], ['F9', 'refer'],
    ['F10', 'refuse'],
  ])('%s means %s', (key, action) => expect(findAction(stroke(key))).toBe(action));

  it('records a request for asylum with Shift F9', () => expect(findAction(stroke('F9', { shiftKey: true }))).toBe('asylum'));

  it('walks back with Shift F6', () => expect(findAction(stroke('F6', { shiftKey: true }))).toBe('previous_pane'));

  it('takes back with Ctrl Z by letter on AZERTY', () => {
    expect(findAction(stroke('z', { ctrlKey: true, code: 'KeyW' }))).toBe('take_back');
  });

  it('takes back with Ctrl Z by place on an Arabic layout', () => {
    expect(findAction(stroke('ئ', { ctrlKey: true, code: 'KeyZ' }))).toBe('take_back');
  });

  it('does nothing with Alt', () => expect(findAction(stroke('F8', { altKey: true }))).toBeUndefined());
});
