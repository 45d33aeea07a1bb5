import { problemFrom } from '../../api/problem';
import { findText, useText } from '../../lib/i18n';
import { Notice } from '../../ui/Notice';

/** Why the node did not do it. */
export function Refusal({ error }: { error: unknown }) {
  const t = useText();
  if (!error) return null;
  const problem = problemFrom(error);
  return (
    <Notice state={problem.status === 0 ? 'unavailable' : 'hit'} role="alert">
      {findText(`problem.${problem.code}`) ?? t('problem.word', { word: problem.code })}
    </Notice>
  );
}
