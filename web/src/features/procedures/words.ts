import { t, textOf } from '../../lib/i18n';
import type { Binding } from '../../api/guidance';

export const kLanguages = ['en', 'fr', 'ar', 'es', 'pt'] as const;
export type Language = (typeof kLanguages)[number];

/** The text in the reader's language, or in the one it was written in; with the language it is in. */
export function inLanguage(texts: Record<string, string>, own: string, written: string): { text: string; language: string } {
  const language = texts[own] ? own : written;
  return { text: texts[language] ?? '', language };
}

export function bindingText({ kind, word }: Binding): string {
  if (kind === 'lane') return t('guidance.lane', { lane: word });
  return textOf(kind === 'task' ? 'guided_task' : 'action', word);
}
