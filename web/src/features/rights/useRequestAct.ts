import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { DataRequest } from '../../api/types';

/** One act on a request; its answer is the request as it stands then. */
export function useRequestAct<Input>(id: string, act: (input: Input) => Promise<DataRequest>, onDone?: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: async (request) => {
      client.setQueryData(['data-request', id], request);
      await client.invalidateQueries({ queryKey: ['data-requests'] });
      onDone?.();
    },
  });
}
