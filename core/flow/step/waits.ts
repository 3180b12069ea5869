import type { Run } from './run.ts';
import type { OpenWait, Token } from './state.ts';
import type { Wait } from './types.ts';

/** What an element waits for, ready to be opened. */
export interface WaitBody {
  element: string;
  body: Wait;
  cycle?: OpenWait['cycle'];
  again?: Wait;
}

export const openWait = (run: Run, token: Token, wait: WaitBody): void => {
  const id = ++run.state.count;
  (token.waits ??= []).push({ id, element: wait.element, cycle: wait.cycle, again: wait.again });
  run.effects.push({ type: 'open', wait: id, body: wait.body });
};
