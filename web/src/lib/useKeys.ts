import { useEffect, useRef } from 'react';
import { findAction, type Action } from './keyboard-map';

export type KeyHandlers = Partial<Record<Action, () => void>>;

/** Undo inside a text that is being typed belongs to the text. */
function belongsToText(action: Action): boolean {
  const focused = document.activeElement;
  const typing = focused instanceof HTMLTextAreaElement || focused instanceof HTMLInputElement;
  return action === 'take_back' && typing && focused.value !== '';
}

/** Runs the handlers of the keyboard map while mounted. An open dialog keeps the keys for itself. */
export function useKeys(handlers: KeyHandlers): void {
  const latest = useRef(handlers);
  useEffect(() => {
    latest.current = handlers;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const action = findAction(event);
      const handler = action && latest.current[action];
      if (!action || !handler || event.repeat || belongsToText(action)) return;
      if (document.querySelector('dialog[open]')) return;
      event.preventDefault();
      handler();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}
