// What this PC remembers between officers: language, theme, lane and direction. Never anything about a person.
import { useSyncExternalStore } from 'react';

export type Language = 'en' | 'fr' | 'ar' | 'es' | 'pt';
export type Theme = 'light' | 'night';

export interface Preferences {
  language: Language;
  theme: Theme;
  lane: string;
  direction: 'entry' | 'exit' | '';
}

export const kLanguages: readonly Language[] = ['en', 'fr', 'ar', 'es', 'pt'];
const kKey = 'cardea.preferences';

export const isLanguage = (word: unknown): word is Language => kLanguages.includes(word as Language);

function load(): Preferences {
  const root = document.documentElement;
  const first: Preferences = {
    language: isLanguage(root.lang) ? root.lang : 'en',
    theme: root.dataset['theme'] === 'night' ? 'night' : 'light',
    lane: '',
    direction: '',
  };
  try {
    const kept = JSON.parse(localStorage.getItem(kKey) ?? '{}') as Partial<Preferences>;
    const direction = kept.direction === 'entry' || kept.direction === 'exit' ? kept.direction : '';
    return { ...first, lane: typeof kept.lane === 'string' ? kept.lane : '', direction };
  } catch {
    return first;
  }
}

let current = load();
const listeners = new Set<() => void>();

function show(preferences: Preferences): void {
  const root = document.documentElement;
  root.dataset['theme'] = preferences.theme;
  root.lang = preferences.language;
  root.dir = preferences.language === 'ar' ? 'rtl' : 'ltr';
}

export const getPreferences = () => current;

export function setPreferences(change: Partial<Preferences>): void {
  current = { ...current, ...change };
  show(current);
  try {
    localStorage.setItem(kKey, JSON.stringify(current));
  } catch {
    // A PC that refuses storage still works; it only forgets.
  }
  listeners.forEach((tell) => tell());
}

function subscribe(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}

export const usePreferences = () => useSyncExternalStore(subscribe, getPreferences);
