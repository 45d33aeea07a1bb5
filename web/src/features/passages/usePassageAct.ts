import { useMutation, useQueryClient } from '@tanstack/react-query';
import { problemFrom } from '../../api/problem';
import type { Passage } from '../../api/types';
import { findText, t } from '../../lib/i18n';

export interface PassageAct {
  /** Sends; the page shows the passage as it then is. `then` runs only when it went well. */
  run: (send: () => Promise<Passage>, then?: () => void) => void;
  busy: boolean;
  problem: string | undefined;
}

export function problemText(error: unknown): string {
  const problem = problemFrom(error);
  return findText(`problem.${problem.code}`) ?? t('problem.word', { word: problem.code });
}

/** One act on a passage at a time. A revision that has moved on loads the passage again. */
export function usePassageAct(id: string): PassageAct {
  const client = useQueryClient();
  const job = useMutation({
    mutationFn: (send: () => Promise<Passage>) => send(),
    onSuccess: (fresh: Passage) => client.setQueryData(['passage', id], fresh),
    onError: () => void client.invalidateQueries({ queryKey: ['passage', id] }),
  });
  return {
    run: (send, then) => {
      if (!job.isPending) job.mutate(send, { onSuccess: () => then?.() });
    },
    busy: job.isPending,
    problem: job.error ? problemText(job.error) : undefined,
  };
}
