import type { AdHocDefinition, FlowNode, Graph } from '../../graph/index.ts';
import { expressionIn, text } from '../source.ts';
import type { Source } from '../source.ts';

export const readAdHoc = (source: Source): AdHocDefinition => {
  const completionCondition = expressionIn(source, 'completionCondition');
  const activate = text(source, 'activate');
  return {
    isSequential: text(source, 'ordering') === 'Sequential',
    isCancelling: source.get('cancelRemainingInstances') !== false,
    ...(completionCondition === undefined ? {} : { completionCondition }),
    ...(activate === undefined ? {} : { activate }),
    parts: [],
  };
};

/** In an ad-hoc sub-process nothing begins by itself: what would, can be activated. */
export const readParts = (graph: Graph, node: FlowNode, inside: readonly FlowNode[]): void => {
  const scope = graph.scopes[node.id]!;
  node.adHoc!.parts = scope.entry;
  scope.entry = [];
  for (const part of inside)
    if (/Task$|^task$|Process$|^transaction$|^callActivity$/.test(part.type)) part.isAdHocPart = true;
};
