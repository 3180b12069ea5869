import { definitionsIn } from '../../graph/events.ts';
import type { EventDefinition } from '../../graph/index.ts';
import { isAwaited } from '../../step/prepare.ts';
import type { PreparedNode } from '../../step/prepare.ts';
import type { Run } from '../../step/run.ts';
import type { Token } from '../../step/state.ts';
import type { WaitBody } from '../../step/waits.ts';
import { workItemOf } from '../work-item.ts';
import { conditionWait } from './condition.ts';
import { messageWait } from './message.ts';
import { signalWait } from './signal.ts';
import { timerWait } from './timer.ts';

/**
 * What a catching element waits for, whatever token holds the waits: its own, its host's, its gateway's. Several
 * definitions are several waits, each with its part.
 */
export const waitBodiesOf = (run: Run, token: Token, node: PreparedNode): WaitBody[] => {
  const { message } = node.definition;
  if (message?.name === '') return [{ element: node.id, body: workItemOf(run, token, node) }];
  if (message !== undefined) return [messageWait(run, token, node, message)];
  const definitions = definitionsIn(node.definition);
  return definitions.flatMap((event, part) => {
    if (!isAwaited(event)) return [];
    const body = bodyOf(run, token, node, event);
    return [definitions.length > 1 ? { ...body, part } : body];
  });
};

const bodyOf = (run: Run, token: Token, node: PreparedNode, event: EventDefinition): WaitBody => {
  if (event.kind === 'timer') return timerWait(run, token, node, event.timer);
  if (event.kind === 'message') return messageWait(run, token, node, event);
  if (event.kind === 'signal') return signalWait(node, event);
  if (event.kind === 'conditional') return conditionWait(run, node, event);
  throw new Error(`"${node.id}" (${node.type}) waits for nothing`);
};
