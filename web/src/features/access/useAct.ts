import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { problemFrom, type Problem } from '../../api/problem';

/** Does one act at a time; what it changed is asked for again, and why it failed stays until the next try. */
export function useAct() {
  const client = useQueryClient();
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const run = async (act: () => Promise<unknown>): Promise<boolean> => {
    if (busy) return false;
    setBusy(true);
    setProblem(undefined);
    try {
      await act();
      return true;
    } catch (error) {
      setProblem(problemFrom(error));
      return false;
    } finally {
      setBusy(false);
      void client.invalidateQueries({ queryKey: ['access'] });
    }
  };
  return { problem, run };
}
