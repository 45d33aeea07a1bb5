// Texts: ICU messages compiled at build from src/i18n. Ids and arguments are typed; server words that have no text of
// their own are shown as they are, so nothing is hidden behind a general phrase.
import { setupI18n } from '@lingui/core';
import { useSyncExternalStore } from 'react';
import type { Messages } from '../i18n/compiled/ids';
import type { Language } from './preferences';

export type Id = keyof Messages;
type Args<K extends Id> = Messages[K] extends null ? [] : [args: Messages[K]];

/** Western digits in Arabic too: they must match the passport and the printed form. */
const kLocales: Record<Language, string> = { en: 'en-GB', fr: 'fr-FR', ar: 'ar-EG-u-nu-latn', es: 'es-ES', pt: 'pt-PT' };

const i18n = setupI18n({ missing: (_, id) => id });
const listeners = new Set<() => void>();

const load: Record<Language, () => Promise<{ default: Record<string, string> }>> = {
  en: () => import('../i18n/compiled/en'),
  fr: () => import('../i18n/compiled/fr'),
  ar: () => import('../i18n/compiled/ar'),
  es: () => import('../i18n/compiled/es'),
  pt: () => import('../i18n/compiled/pt'),
};

export async function activateLanguage(language: Language): Promise<void> {
  const { default: messages } = await load[language]();
  i18n.load(language, messages as never);
  i18n.activate(language, [kLocales[language]]);
  listeners.forEach((tell) => tell());
}

export function t<K extends Id>(id: K, ...args: Args<K>): string {
  return i18n._(id, args[0] as Record<string, unknown> | undefined);
}

/** The text of a server's word, such as `reason.document_expired`; undefined when this catalogue has none. */
export function findText(id: string, args?: Record<string, unknown>): string | undefined {
  return id in i18n.messages ? i18n._(id, args) : undefined;
}

/** The text of a server's word, or the word itself. */
export const textOf = (prefix: string, word: string, args?: Record<string, unknown>) => findText(`${prefix}.${word}`, args) ?? word;

export const getLocale = () => kLocales[i18n.locale as Language] ?? 'en-GB';

function subscribe(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}

/** Renders again when the language changes. */
export function useText() {
  useSyncExternalStore(subscribe, () => i18n.locale);
  return t;
}
