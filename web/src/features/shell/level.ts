// What the top bar says of the level of the post.
import type { Level, LevelView } from '../../api/types';
import { formatInstant } from '../../lib/format';
import { t, textOf } from '../../lib/i18n';
import type { State } from '../../ui/StateIcon';

const kStates: Record<Level, State> = { normal: 'info', degraded: 'review', local_only: 'unavailable', paper: 'unavailable' };

export interface LevelLine {
  state: State;
  words: string[];
}

/** Undefined at the normal level while nobody practises. A drill leaves the level as it is, and is said at any. */
export function findLevelLine({ level, until, drill }: Pick<LevelView, 'level' | 'until' | 'drill'>, timeZone: string): LevelLine | undefined {
  const words: string[] = [];
  if (level !== 'normal') {
    words.push(textOf('degradation', level));
    if (until) words.push(t('level_line.until', { time: formatInstant(until, timeZone) }));
  }
  if (drill !== undefined) words.push(t('level_line.drill', { scenario: drill }));
  return words.length > 0 ? { state: kStates[level], words } : undefined;
}
