import { useEffect, useRef } from 'react';
import { kSilenceMs, Wedge, type Swipe } from '../../lib/wedge';

type TextControl = HTMLInputElement | HTMLTextAreaElement;

function findTextControl(): TextControl | undefined {
  const focused = document.activeElement;
  const typing = focused instanceof HTMLTextAreaElement || (focused instanceof HTMLInputElement && focused.type !== 'radio');
  return typing ? focused : undefined;
}

/** Takes back what the first keys of a swipe left in a control, the way React hears it. */
function restore(control: TextControl, value: string): void {
  const prototype = control instanceof HTMLTextAreaElement ? HTMLTextAreaElement.prototype : HTMLInputElement.prototype;
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(control, value);
  control.dispatchEvent(new Event('input', { bubbles: true }));
}

interface Before {
  control: TextControl;
  value: string;
  time: number;
}

/** Listens for a document reader while the booth is shown, wherever the focus is. */
export function useWedge(today: () => string, onSwipe: (swipe: Swipe, whole: boolean) => void): void {
  const latest = useRef({ today, onSwipe });
  useEffect(() => {
    latest.current = { today, onSwipe };
  });
  useEffect(() => {
    const wedge = new Wedge(() => latest.current.today());
    let before: Before | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let lastKeyAt = -Infinity;
    const remember = (time: number) => {
      const control = time - lastKeyAt > kSilenceMs ? findTextControl() : undefined;
      if (time - lastKeyAt > kSilenceMs) before = control && { control, value: control.value, time };
      lastKeyAt = time;
    };
    const silence = () => {
      const swipe = wedge.flush();
      if (swipe) latest.current.onSwipe(swipe, false);
    };
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || event.isComposing) return;
      remember(event.timeStamp);
      const verdict = wedge.take({ key: event.key, code: event.code, shift: event.shiftKey, time: event.timeStamp });
      clearTimeout(timer);
      if (verdict.act === 'leave') return;
      event.preventDefault();
      event.stopPropagation();
      if (verdict.act === 'swallow' && verdict.began && before) restore(before.control, before.value);
      if (verdict.act === 'done') latest.current.onSwipe(verdict.swipe, true);
      else timer = setTimeout(silence, kSilenceMs + 50);
    };
    document.addEventListener('keydown', onKeyDown, { capture: true });
    return () => {
      clearTimeout(timer);
      document.removeEventListener('keydown', onKeyDown, { capture: true });
    };
  }, []);
}
