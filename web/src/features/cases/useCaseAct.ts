import { useMutation, useQueryClient } from '@tanstack/react-query';
import { problemFrom, type Problem } from '../../api/problem';
import type { Case } from '../../api/types';
import { findText, t } from '../../lib/i18n';

export interface CaseAct {
  /** Sends; the page shows the case as it then is. `then` runs only when it went well. */
  run: (send: () => Promise<Case>, then?: () => void) => void;
  busy: boolean;
  problem: string | undefined;
}

const textFor = (problem: Problem) => findText(`problem.${problem.code}`) ?? t('problem.word', { word: problem.code });

/** One act on a case at a time. A revision that has moved on loads the case again. */
export function useCaseAct(id: string): CaseAct {
  const client = useQueryClient();
  const job = useMutation({
    mutationFn: (send: () => Promise<Case>) => send(),
    onSuccess: (fresh: Case) => {
      client.setQueryData(['case', id], fresh);
      void client.invalidateQueries({ queryKey: ['cases'] });
    },
    onError: () => void client.invalidateQueries({ queryKey: ['case', id] }),
  });
  return {
    run: (send, then) => {
      if (!job.isPending) job.mutate(send, { onSuccess: () => then?.() });
    },
    busy: job.isPending,
    problem: job.error ? textFor(problemFrom(job.error)) : undefined,
  };
}
