import { connection, reachable } from './connection.ts';

/** One stream of what changes on the server, shared by all screens. */
export interface RecordChange {
  type: string;
  entity: string;
  id: string;
  changedFields?: string[];
  at: string;
}

export interface LiveEvents {
  record: RecordChange;
  'work-item': { id: string };
  instance: { id: string };
  /** Something done to many instances made progress. */
  operation: { id: string };
  /** A flow was deployed, or somebody began or ceased to draw on it. */
  flow: { key: string };
  /** The stream was broken and is back: what is shown may be old. */
  resync: null;
}

type Listener<K extends keyof LiveEvents> = (data: LiveEvents[K]) => void;

const target = new EventTarget();
let source: EventSource | undefined;
let wasBroken = false;
let retryTimer: ReturnType<typeof setTimeout> | undefined;
const retryDelay = 4000;

connection.addEventListener('change', () => {
  if (source && reachable()) publish('resync', null);
});

export function startLive(): void {
  if (source) return;
  source = new EventSource('/api/events/stream');
  for (const kind of ['record', 'work-item', 'instance', 'operation', 'flow'] as const)
    source.addEventListener(kind, (event: MessageEvent<string>) => publish(kind, JSON.parse(event.data)));
  source.addEventListener('open', () => {
    if (wasBroken) publish('resync', null);
    wasBroken = false;
  });
  source.addEventListener('error', () => {
    wasBroken = true;
    // The browser reconnects after a lost connection, but gives up after an answer that is no stream.
    if (source?.readyState === EventSource.CLOSED) {
      stopLive();
      wasBroken = true;
      retryTimer = setTimeout(startLive, retryDelay);
    }
  });
}

export function stopLive(): void {
  clearTimeout(retryTimer);
  source?.close();
  source = undefined;
  wasBroken = false;
}

/** Answers the function that stops listening. */
export function onLive<K extends keyof LiveEvents>(kind: K, listener: Listener<K>): () => void {
  const heard = (event: Event): void => listener((event as CustomEvent<LiveEvents[K]>).detail); // see publish
  target.addEventListener(kind, heard);
  return () => target.removeEventListener(kind, heard);
}

function publish<K extends keyof LiveEvents>(kind: K, detail: LiveEvents[K]): void {
  target.dispatchEvent(new CustomEvent(kind, { detail }));
}
