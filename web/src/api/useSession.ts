import { useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { setCsrfToken, setSessionLockedHandler, setSessionLostHandler } from './client';
import { listen, type LineState } from './events';
import { findSession, getNode } from './session';
import type { Node, Session } from './types';

const kSession = ['session'] as const;
const kNode = ['node'] as const;

export const useNode = () => useQuery({ queryKey: kNode, queryFn: getNode, retry: 1 });

/** The node names its lists to whoever is signed in: without them there is no session to ask for. */
async function sessionOf(node: Node | undefined): Promise<Session | null> {
  return node?.lists === undefined ? null : findSession();
}

export function useSession() {
  const node = useNode();
  return useQuery({ queryKey: kSession, queryFn: () => sessionOf(node.data), enabled: node.isSuccess, staleTime: Infinity, retry: false });
}

/** Takes a session just opened, or its end; what another officer was shown leaves with it. */
export function useSetSession(): (session: Session | null) => void {
  const client = useQueryClient();
  return (session) => setSession(client, session);
}

function setSession(client: QueryClient, session: Session | null): void {
  if (!session) setCsrfToken('');
  client.removeQueries({ predicate: (query) => query.queryKey[0] !== 'session' && query.queryKey[0] !== 'node' });
  client.setQueryData(kSession, session);
  void client.invalidateQueries({ queryKey: kNode });
}

/** Shows the lock in the place of every screen of this session. */
function markLocked(client: QueryClient): void {
  client.setQueryData<Session | null>(kSession, (session) => session && { ...session, locked: true });
}

export function useMarkLocked(): () => void {
  const client = useQueryClient();
  return () => markLocked(client);
}

/** Tells the page when the server no longer knows its session. */
export function watchSession(client: QueryClient): void {
  setSessionLostHandler(() => setSession(client, null));
  setSessionLockedHandler(() => markLocked(client));
}

const kAccessTypes = new Set(['officer.enrolled', 'officer.changed', 'grant.proposed', 'break_glass.taken', 'break_glass.reviewed']);

/** The line to the node, and what its events make stale. */
export function useLive(): LineState {
  const client = useQueryClient();
  const [state, setState] = useState<LineState>('connecting');
  useEffect(
    () =>
      listen(({ state: next, event }) => {
        if (next) setState(next);
        if (event && /^(case|refusal)\./.test(event.type)) {
          void client.invalidateQueries({ queryKey: ['cases'] });
          void client.invalidateQueries({ queryKey: ['case', event.subject] });
        }
        if (event && /^(directive|procedure)\./.test(event.type)) void client.invalidateQueries({ queryKey: ['guidance'] });
        if (event && /^(passage|inspection|case|refusal)\./.test(event.type)) void client.invalidateQueries({ queryKey: ['passage'] });
        if (event?.type.startsWith('passage.')) void client.invalidateQueries({ queryKey: ['passages'] });
        if (event && /^(level|drill|relaxation)\./.test(event.type)) void client.invalidateQueries({ queryKey: ['level'] });
        if (event?.type === 'officer.changed') void client.invalidateQueries({ queryKey: kNode }).then(() => client.refetchQueries({ queryKey: kSession }));
        if (event && kAccessTypes.has(event.type)) void client.invalidateQueries({ queryKey: ['access'] });
        if (event?.type !== 'list.imported') return;
        void client.invalidateQueries({ queryKey: ['lists'] });
        void client.invalidateQueries({ queryKey: kNode });
      }),
    [client],
  );
  return state;
}
