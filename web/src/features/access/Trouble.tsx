import type { Problem } from '../../api/problem';
import { findText, useText } from '../../lib/i18n';
import { Notice } from '../../ui/Notice';

export function Trouble({ problem }: { problem: Problem | undefined }) {
  const t = useText();
  if (!problem) return null;
  return (
    <Notice state={problem.status === 0 ? 'unavailable' : 'hit'} role="alert">
      {findText(`problem.${problem.code}`) ?? t('problem.word', { word: problem.code })}
    </Notice>
  );
}
