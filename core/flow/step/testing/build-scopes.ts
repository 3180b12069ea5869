import type { FlowNode } from '../../graph/index.ts';
import type { Builder } from './model-builder.ts';
import type { Block } from './random-model.ts';

type Of<Kind> = Extract<Block, { kind: Kind }>;

/** Its rule begins every part, each a sub-process: at once or one after the other, until all or enough are done. */
export const adHoc = (builder: Builder, block: Of<'ad-hoc'>, from: FlowNode): FlowNode => {
  const host = builder.after(from, builder.node('adHocSubProcess', from.scope));
  const parts = block.parts.map((part) => {
    const inner = builder.node('subProcess', host.id);
    inner.isAdHocPart = true;
    builder.scope(inner.id, part);
    return inner.id;
  });
  builder.graph.scopes[host.id] = { entry: [], starts: [] };
  host.adHoc = {
    isSequential: block.isSequential,
    isCancelling: true,
    activate: JSON.stringify(parts),
    parts,
  };
  if (block.enough !== null) host.adHoc.completionCondition = `$count(completed) >= ${block.enough}`;
  return host;
};

/** Beside the block somebody may end the whole sub-process. */
export const terminated = (builder: Builder, { part }: Of<'terminated'>, from: FlowNode): FlowNode => {
  const host = builder.after(from, builder.node('subProcess', from.scope));
  builder.scope(host.id, { kind: 'parallel', parts: [part, { kind: 'task' }] });
  const [start] = builder.graph.scopes[host.id]!.starts;
  const person = builder.add({ kind: 'user', timer: 'none' }, builder.graph.nodes[start!]!, host.id);
  builder.after(person, builder.node('endEvent', host.id)).event = { kind: 'terminate' };
  return host;
};

/** A boundary event for what comes from outside, or for what the sub-process ends with. */
export const caught = (builder: Builder, block: Of<'caught'>, from: FlowNode): FlowNode => {
  const host = builder.after(from, builder.node('subProcess', from.scope));
  const end = builder.scope(host.id, block.part);
  const event = builder.node('boundaryEvent', host.scope);
  if (block.by === 'error') {
    end.event = { kind: 'error', code: 'wrong' };
    event.event = { kind: 'error', code: null };
  } else builder.withEvents(block.by, event);
  event.attachedTo = host.id;
  event.isInterrupting = block.by === 'error' || block.isInterrupting;
  host.boundary = [event.id];
  if (!event.isInterrupting) {
    builder.after(event, builder.node('endEvent', host.scope));
    return host;
  }
  const merge = builder.node('exclusiveGateway', host.scope);
  builder.flow(host, merge);
  builder.flow(event, merge);
  return merge;
};
