import { useQuery } from '@tanstack/react-query';
import { getLevel } from '../../api/board';
import { useText } from '../../lib/i18n';
import { StateIcon } from '../../ui/StateIcon';
import { findLevelLine } from './level';

const kLookMs = 30_000;

/** The level of the post, on every screen while it is not the normal one. Sources fail and stated levels end without an
 * event, so it is asked for as well. */
export function LevelBanner({ timeZone }: { timeZone: string }) {
  useText();
  const level = useQuery({ queryKey: ['level'], queryFn: getLevel, refetchInterval: kLookMs, retry: false });
  const line = level.data && findLevelLine(level.data, timeZone);
  if (!line) return null;
  return (
    <span className="line-chip level-line" data-state={line.state} role="status">
      <StateIcon state={line.state} />
      <span>{line.words.join(' · ')}</span>
    </span>
  );
}
