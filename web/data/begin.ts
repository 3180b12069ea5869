import { api } from './client.ts';
import { setPreference } from './preferences.ts';

export interface Beginning {
  /** False once nothing needed is left, and for who put it away. */
  isOpen: boolean;
  items: { id: string; icon: string; href: string; title: string; help: string; isDone: boolean }[];
}

/** Nobody is asked again once it is over: a company begins once. */
export async function readBegin(): Promise<Beginning> {
  const beginning = await api.get<Beginning & { isOver: boolean }>('/api/begin');
  // Where that fails it is asked again.
  if (beginning.isOver) void putBeginAway().catch(() => undefined);
  return beginning;
}

export const putBeginAway = (): Promise<void> => setPreference('begin.hidden', true);
