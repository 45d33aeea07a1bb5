import { useEffect, useRef } from 'react';
import { lockSession } from '../../api/access';

const kIdleMs = 5 * 60_000;
const kSignsOfLife = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const;

/** Calls when nothing was done at this screen for five minutes. */
export function useIdle(onIdle: () => void): void {
  const latest = useRef(onIdle);
  useEffect(() => {
    latest.current = onIdle;
  });
  useEffect(() => {
    let timer = setTimeout(() => latest.current(), kIdleMs);
    const again = () => {
      clearTimeout(timer);
      timer = setTimeout(() => latest.current(), kIdleMs);
    };
    kSignsOfLife.forEach((sign) => addEventListener(sign, again, { passive: true }));
    return () => {
      clearTimeout(timer);
      kSignsOfLife.forEach((sign) => removeEventListener(sign, again));
    };
  }, []);
}

/** Locks at the server first: a lock that only the page knows would be none. */
export const lockNow = (reason: 'asked' | 'idle', onLocked: () => void) => void lockSession(reason).then(onLocked, () => {});
