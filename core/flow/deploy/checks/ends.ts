import { definitionOf } from '../../graph/events.ts';
import type { Graph } from '../../graph/index.ts';
import { definitionsOf, typeOf } from '../source.ts';
import type { Check } from './check.ts';

/** An error end says which error; a cancel end stands in a transaction. */
export const checkEnds: Check = ({ graph, findings, sources }) => {
  for (const node of Object.values(graph.nodes)) {
    if (node.type === 'endEvent' && definitionOf(node, 'error')?.code === null)
      findings.add('end-error-missing', node);
    const source = sources.get(node.id);
    const isCancel =
      node.type.endsWith('Event') &&
      source !== undefined &&
      definitionsOf(source).some((definition) => typeOf(definition) === 'cancelEventDefinition');
    const place = node.attachedTo ?? node.scope;
    if (isCancel && graph.nodes[place]?.type !== 'transaction')
      findings.add('cancel-outside-transaction', node);
    else if (isCancel && node.type === 'endEvent' && !hasCancelBoundary(graph, place))
      findings.add('cancel-uncaught', node);
  }
};

const hasCancelBoundary = ({ nodes }: Graph, transaction: string): boolean =>
  (nodes[transaction]!.boundary ?? []).some((id) => nodes[id]!.event?.kind === 'cancel');
