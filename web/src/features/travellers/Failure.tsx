import { problemFrom } from '../../api/problem';
import { findText, useText } from '../../lib/i18n';
import { Notice } from '../../ui/Notice';

/** Why it was not done, in words. */
export function Failure({ error }: { error: unknown }) {
  const t = useText();
  const problem = problemFrom(error);
  return (
    <Notice state="hit" role="alert">
      {findText(`problem.${problem.code}`) ?? t('problem.word', { word: problem.code })}
    </Notice>
  );
}
