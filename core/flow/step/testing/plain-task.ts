import type { FlowNode } from '../../graph/index.ts';
import type { World } from './driver.ts';

/** What a random model does without people: every kind of task but the two that have blocks of their own. */
export const plainTasks = [
  'manualTask',
  'scriptTask',
  'serviceTask',
  'sendTask',
  'receiveTask',
  'businessRuleTask',
] as const;

/** What answers them. */
export const plainWorld: World = {
  tasks: { echo: () => ({ ok: true, value: 1 }) },
  decisions: { rule: () => ({ ok: true, value: 'yes' }) },
};

/** Gives a task what its kind needs to run. */
export const plainTask = (node: FlowNode): FlowNode => {
  if (node.type === 'scriptTask') node.script = { source: 'choice + 1', resultVariable: 'next' };
  if (node.type === 'sendTask' || node.type === 'receiveTask') node.message = { name: 'm' };
  if (node.type === 'serviceTask')
    node.task = { type: 'echo', inputs: [], outputs: [], retries: { times: 0, backoffMs: 0 } };
  if (node.type === 'businessRuleTask')
    node.decision = { ref: 'rule', version: 'latest', inputs: [], result: 'decided' };
  return node;
};
