import type { Problem } from '../../api/problem';
import { findText, useText } from '../../lib/i18n';
import { Button } from '../../ui/Button';
import { Notice } from '../../ui/Notice';
import type { Decided, News } from './booth-state';
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
