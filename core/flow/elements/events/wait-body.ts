import type { PreparedNode } from '../../step/prepare.ts';
import type { Run } from '../../step/run.ts';
import type { Token } from '../../step/state.ts';
import type { WaitBody } from '../../step/waits.ts';
import { conditionWait } from './condition.ts';
import { messageWait } from './message.ts';
import { signalWait } from './signal.ts';
import { timerWait } from './timer.ts';

/** What a catching element waits for, whatever token holds the wait: its own, its host's, its gateway's. */
export const waitBodyOf = (run: Run, token: Token, node: PreparedNode): WaitBody => {
  const { event, message } = node.definition;
  if (event?.kind === 'timer') return timerWait(run, token, node, event.timer);
  if (event?.kind === 'message') return messageWait(run, token, node, event);
  if (event?.kind === 'signal') return signalWait(node, event);
  if (event?.kind === 'conditional') return conditionWait(run, node, event);
  if (message !== undefined) return messageWait(run, token, node, message);
  throw new Error(`"${node.id}" (${node.type}) waits for nothing`);
};
