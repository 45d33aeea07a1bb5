import { useSyncExternalStore } from 'react';

export interface Store<S, E> {
  get: () => S;
  send: (event: E) => void;
  subscribe: (tell: () => void) => () => void;
}

/** State that outlives the page that shows it: an open traveller stays open while the officer looks at another screen. */
export function createStore<S, E>(initial: S, reduce: (state: S, event: E) => S): Store<S, E> {
  let state = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => state,
    send: (event) => {
      state = reduce(state, event);
      listeners.forEach((tell) => tell());
    },
    subscribe: (tell) => {
      listeners.add(tell);
      return () => listeners.delete(tell);
    },
  };
}

export const useStore = <S, E>(store: Store<S, E>): S => useSyncExternalStore(store.subscribe, store.get);
