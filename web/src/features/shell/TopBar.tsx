import type { ReactNode } from 'react';
import type { LineState } from '../../api/events';
import { useText } from '../../lib/i18n';
import { isLanguage, kLanguages, setPreferences, usePreferences, type Language } from '../../lib/preferences';
import { StateIcon, type State } from '../../ui/StateIcon';

const kNames: Record<Language, string> = { en: 'English', fr: 'Français', ar: 'العربية', es: 'Español', pt: 'Português' };
const kLineStates: Record<LineState, State> = { live: 'clear', connecting: 'pending', stopped: 'unavailable' };

export function LanguageSelect() {
  const t = useText();
  const { language } = usePreferences();
  return (
    <select
      aria-label={t('top.language')}
      value={language}
      onChange={(event) => isLanguage(event.target.value) && setPreferences({ language: event.target.value })}
    >
      {kLanguages.map((one) => (
        <option key={one} value={one} lang={one}>
          {kNames[one]}
        </option>
      ))}
    </select>
  );
}

export function ThemeButton() {
  const t = useText();
  const { theme } = usePreferences();
  const other = theme === 'night' ? 'light' : 'night';
  return (
    <button type="button" className="button" aria-pressed={theme === 'night'} onClick={() => setPreferences({ theme: other })}>
      {t('top.night')}
    </button>
  );
}

export function LineChip({ state }: { state: LineState }) {
  const t = useText();
  return (
    <span className="line-chip" data-state={kLineStates[state]} role="status">
      <StateIcon state={kLineStates[state]} />
      {t(`line.${state}`)}
    </span>
  );
}

/** The one bar of all screens: where this is, whether the line is up, who is signed in, how it looks. */
export function TopBar({ start, end }: { start: ReactNode; end: ReactNode }) {
  return (
    <header className="top-bar">
      <div className="top-start">{start}</div>
      <div className="top-end">
        {end}
        <LanguageSelect />
        <ThemeButton />
      </div>
    </header>
  );
}
