import type { FlowNode } from '../../graph/index.ts';
import type { Reading } from '../reading.ts';
import { many, one, typeOf } from '../source.ts';
import type { Source } from '../source.ts';

/** Compensation boundary events to what undoes their activity: an association leads there, no sequence flow. */
export const linkHandlers = (reading: Reading, process: Source): void => {
  const { graph, findings } = reading;
  const partners = partnersOf(reading, process);
  for (const node of Object.values(graph.nodes)) {
    if (node.event?.kind !== 'compensation' || node.attachedTo === undefined) continue;
    const host = graph.nodes[node.attachedTo];
    const handlers = (partners.get(node.id) ?? []).flatMap((id) => handlerOf(graph.nodes[id], node) ?? []);
    if (handlers.length === 0) findings.add('compensation-handler-missing', node);
    else if (handlers.length > 1 || host?.compensation !== undefined)
      findings.add('compensation-handler-many', node);
    else if (host !== undefined) link(reading, host, handlers[0]!);
  }
};

const link = ({ findings }: Reading, host: FlowNode, handler: FlowNode): void => {
  if (!handler.isForCompensation) findings.add('compensation-handler-unmarked', handler);
  handler.isForCompensation = true;
  host.compensation = handler.id;
};

const handlerOf = (node: FlowNode | undefined, event: FlowNode): FlowNode | undefined =>
  node !== undefined && node.scope === event.scope && !/Event$|Gateway$/.test(node.type) ? node : undefined;

/** What associations connect, be they drawn in the process, a sub-process or beside the pools, in either direction. */
const partnersOf = ({ file, sources }: Reading, process: Source): Map<string, string[]> => {
  const holders = [process, ...sources.values(), ...many(file.definitions, 'rootElements')];
  const associations = new Set(holders.flatMap((holder) => many(holder, 'artifacts')));
  const partners = new Map<string, string[]>();
  const add = (from: string, to: string): void => {
    partners.set(from, [...(partners.get(from) ?? []), to]);
  };
  for (const association of associations) {
    const from = one(association, 'sourceRef')?.id;
    const to = one(association, 'targetRef')?.id;
    if (typeOf(association) !== 'association' || from === undefined || to === undefined) continue;
    add(from, to);
    add(to, from);
  }
  return partners;
};
