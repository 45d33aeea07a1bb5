import { useQuery } from '@tanstack/react-query';
import { getLevel } from '../../api/board';
import type { Problem } from '../../api/problem';
import type { Inspection } from '../../api/types';
import { formatAgo, formatInstant } from '../../lib/format';
import { findText, textOf, useText } from '../../lib/i18n';
import { Button } from '../../ui/Button';
import { Notice } from '../../ui/Notice';
import type { Decided, News } from './booth-state';
import { isToProtect } from './decisions';
import { labelOf } from './verdict';

/** A server's refusal in words; the word itself when this catalogue has no text for it. */
export function useProblemText(): (problem: Problem | undefined) => string {
  const t = useText();
  return (problem) => {
    if (!problem) return '';
    return findText(`problem.${problem.code}`) ?? t('problem.word', { word: problem.code });
  };
}

/** One line of news under the top bar; goes with the next act. */
export function NewsLine({ news, onClose }: { news: News; onClose: () => void }) {
  const t = useText();
  const problemText = useProblemText();
  const failed = news.word === 'act_failed' || news.word === 'swipe_incomplete';
  return (
    <Notice
      state={failed ? 'review' : 'info'}
      role={failed ? 'alert' : 'status'}
      acts={
        <Button kind="plain" onPress={onClose}>
          {t('dialog.close')}
        </Button>
      }
    >
      {t(`news.${news.word}`)} {problemText(news.problem)}
    </Notice>
  );
}

/** A second open inspection of the same traveller, by name. */
export function AlsoOpenLine({ inspection }: { inspection: Inspection }) {
  const t = useText();
  const [other] = inspection.also_open;
  if (!other || inspection.state === 'decided') return null;
  const age = formatAgo(Math.max(1, (Date.parse(inspection.opened_at) - Date.parse(other.opened_at)) / 1000));
  return (
    <Notice state="review" role="status">
      {t('also_open', { lane: other.lane, officer: other.officer, age })}
    </Notice>
  );
}

const kLookMs = 30_000;

/** What an order of the shift leader leaves out, while it lasts. */
export function RelaxedLines({ timeZone }: { timeZone: string }) {
  const t = useText();
  const level = useQuery({ queryKey: ['level'], queryFn: getLevel, refetchInterval: kLookMs });
  return level.data?.relaxations.map((order) => (
    <Notice key={order.id} state="not_checked" role="status">
      {t('relax.line', {
        time: formatInstant(order.until, timeZone),
        direction: t(`direction.${order.direction}`),
        checks: order.checks.map((word) => textOf('check', word)).join(', '),
      })}
    </Notice>
  ));
}

/** A record that asks for protection: what to do comes before what to decide. */
export function ProtectLine({ inspection }: { inspection: Inspection }) {
  const t = useText();
  if (!isToProtect(inspection)) return null;
  return (
    <Notice state="review" role="status">
      {t('protect.line')}
    </Notice>
  );
}

interface UnsavedLineProps {
  decided: Decided;
  onRetry: () => void;
  onReopen: () => void;
}

/** A decision that is not recorded: it stays until it is, or until the traveller is opened again. */
export function UnsavedLine({ decided, onRetry, onReopen }: UnsavedLineProps) {
  const t = useText();
  const problemText = useProblemText();
  const acts = decided.saving !== 'saving' && (
    <>
      <Button kind="danger" onPress={onRetry}>
        {t('unsaved.retry')}
      </Button>
      <Button onPress={onReopen}>{t('unsaved.reopen')}</Button>
    </>
  );
  return (
    <Notice state="hit" role="alert" acts={acts}>
      <b>{t('unsaved.title', { name: labelOf(decided.traveller), outcome: t(`outcome.${decided.body.outcome}`) })}</b>{' '}
      {decided.saving === 'saving' ? t('last.saving') : problemText(decided.problem)}
    </Notice>
  );
}
