import { useMutation, useQueryClient } from '@tanstack/react-query';
import { problemFrom } from '../../api/problem';
import { findText, t } from '../../lib/i18n';

export interface Act {
  /** Sends; `then` runs only when it went well. What the page shows is asked for again either way. */
  run: (send: () => Promise<unknown>, then?: () => void) => void;
  problem: string | undefined;
}

/** One act at a time on procedures, directives or certificates. */
export function useAct(): Act {
  const client = useQueryClient();
  const job = useMutation({
    mutationFn: (send: () => Promise<unknown>) => send(),
    onSettled: () => client.invalidateQueries({ queryKey: ['guidance'] }),
  });
  const problem = job.error ? problemFrom(job.error) : undefined;
  return {
    run: (send, then) => {
      if (!job.isPending) job.mutate(send, { onSuccess: () => then?.() });
    },
    problem: problem && (findText(`problem.${problem.code}`) ?? t('problem.word', { word: problem.code })),
  };
}
