import type { Run } from './run.ts';
import type { OpenWait, Token, Watch } from './state.ts';
import type { Wait } from './types.ts';

/** What an element waits for, ready to be opened. */
export interface WaitBody {
  element: string;
  body: Wait;
  cycle?: OpenWait['cycle'];
  again?: Wait;
  watch?: Watch;
  part?: number;
}

export const openWait = (run: Run, token: Token, wait: WaitBody): void => {
  const id = ++run.state.count;
  const { element, cycle, again, watch, part } = wait;
  (token.waits ??= []).push({ id, element, cycle, again, watch, part });
  if (watch !== undefined) run.hasLooks = true;
  run.effects.push({ type: 'open', wait: id, body: wait.body });
};
