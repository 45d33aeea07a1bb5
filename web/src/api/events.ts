// Live events of the node. HTTP/1.1 gives a browser six connections to one server, so one tab holds the stream (a Web Lock
// elects it) and tells the others over a BroadcastChannel.
import type { LiveEvent } from './types';

export type LineState = 'connecting' | 'live' | 'stopped';

interface Told {
  state?: LineState;
  event?: LiveEvent;
}

const kTypes = [
  'inspection.opened',
  'inspection.compared',
  'inspection.decided',
  'inspection.voided',
  'list.imported',
  'officer.enrolled',
  'officer.changed',
  'case.opened',
  'case.taken',
  'case.escalated',
  'case.decided',
  'case.closed',
  'refusal.proposed',
  'refusal.approved',
  'refusal.returned',
  'refusal.annulled',
  'grant.proposed',
  'directive.issued',
  'directive.withdrawn',
  'procedure.approved',
  'procedure.withdrawn',
  'break_glass.taken',
  'break_glass.reviewed',
  'passage.described',
  'passage.occupant_noted',
  'passage.manifest_attached',
  'passage.line_explained',
  'passage.released',
  'level.set',
  'drill.started',
  'drill.ended',
  'relaxation.begun',
  'relaxation.ended',
];

function readEvent(data: string): LiveEvent | undefined {
  try {
    return JSON.parse(data) as LiveEvent;
  } catch {
    return undefined;
  }
}

function stream(tell: (told: Told) => void): EventSource {
  const source = new EventSource('/api/v1/events');
  source.addEventListener('open', () => tell({ state: 'live' }));
  source.addEventListener('error', () => tell({ state: source.readyState === EventSource.CLOSED ? 'stopped' : 'connecting' }));
  for (const type of kTypes) {
    source.addEventListener(type, (message: MessageEvent<string>) => {
      const event = readEvent(message.data);
      if (event) tell({ event });
    });
  }
  return source;
}

/** Listens until the returned function is called. */
export function listen(hear: (told: Told) => void): () => void {
  const channel = 'BroadcastChannel' in globalThis ? new BroadcastChannel('cardea.events') : undefined;
  const stop = new AbortController();
  let source: EventSource | undefined;
  let state: LineState = 'connecting';
  const tell = (told: Told) => {
    state = told.state ?? state;
    hear(told);
    channel?.postMessage(told);
  };
  const lead = () => {
    source = stream(tell);
    return new Promise<void>((resolve) => stop.signal.addEventListener('abort', () => resolve()));
  };
  if (channel) {
    channel.onmessage = (message: MessageEvent<Told | 'state?'>) => {
      if (message.data !== 'state?') hear(message.data);
      else if (source) channel.postMessage({ state });
    };
    channel.postMessage('state?');
  }
  if (navigator.locks) navigator.locks.request('cardea.events', { signal: stop.signal }, lead).catch(() => {});
  else void lead();
  return () => {
    stop.abort();
    source?.close();
    channel?.close();
  };
}
