// One meaning per key on every screen. Function keys and Ctrl combinations only: a document reader types letters and digits.

export type Action =
  | 'help' | 'next' | 'history' | 'next_pane' | 'previous_pane' | 'compare' | 'admit' | 'refer' | 'refuse' | 'asylum'
  | 'find' | 'take_back';

export const kKeyboardMap: readonly { action: Action; keys: string }[] = [
  { action: 'help', keys: 'F1' },
  { action: 'next', keys: 'F2' },
  { action: 'find', keys: 'F3' },
  { action: 'history', keys: 'F4' },
  { action: 'next_pane', keys: 'F6' },
  { action: 'previous_pane', keys: 'Shift+F6' },
  { action: 'compare', keys: 'F7' },
  { action: 'admit', keys: 'F8' },
  { action: 'refer', keys: 'F9' },
  { action: 'refuse', keys: 'F10' },
  { action: 'asylum', keys: 'Shift+F9' },
  { action: 'take_back', keys: 'Ctrl+Z' },
];

/** The keys as printed on a button. */
export const keysOf = (action: Action) => kKeyboardMap.find((line) => line.action === action)?.keys ?? '';

type Stroke = Pick<KeyboardEvent, 'key' | 'code' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>;

/** Ctrl+Z by the letter the layout gives or by its place, so that it works on AZERTY and Arabic keyboards. */
function nameOf(stroke: Stroke): string {
  const letter = /^[a-z]$/i.test(stroke.key) ? stroke.key.toUpperCase() : stroke.code.replace(/^Key/, '');
  const base = /^F\d+$/.test(stroke.key) ? stroke.key : letter;
  return `${stroke.ctrlKey || stroke.metaKey ? 'Ctrl+' : ''}${stroke.shiftKey ? 'Shift+' : ''}${base}`;
}

export function findAction(stroke: Stroke): Action | undefined {
  if (stroke.altKey) return undefined;
  const name = nameOf(stroke);
  return kKeyboardMap.find((line) => line.keys === name)?.action;
}
