import { compile } from '../../step/evaluate.ts';
import { expressionsOf } from '../../step/expressions-of.ts';
import type { FlowNode, Graph } from '../../graph/index.ts';
import { isTimerLiteral } from '../../step/timer/parse-timer.ts';
import type { Check } from './check.ts';

/** Every expression parses. Conditions are reported on their flows, all else on its element. */
export const checkExpressions: Check = ({ graph, findings }) => {
  const check = (source: string | undefined, at: { id: string; name?: string }): void => {
    const detail = source === undefined ? null : whyNot(source);
    if (detail !== null)
      findings.add('expression-invalid', at, { expression: source!.slice(0, 200), detail });
  };
  const unconditional = { ...graph, flows: bare(graph) };
  for (const node of Object.values(graph.nodes)) {
    for (const source of startExpressions(node)) check(source, node);
    for (const source of expressionsOf(unconditional, node)) check(source, node);
  }
  for (const flow of Object.values(graph.flows)) check(flow.condition, flow);
};

const whyNot = (source: string): string | null => {
  try {
    compile(source);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
};

/** A start event's are evaluated by whoever listens, and so are not among those of the running element. */
const startExpressions = ({ type, event }: FlowNode): (string | undefined)[] => {
  if (type !== 'startEvent') return [];
  if (event?.kind === 'conditional') return [event.condition];
  if (event?.kind === 'message') return [event.correlationKey];
  if (event?.kind === 'timer' && !isTimerLiteral(event.timer.text)) return [event.timer.text];
  return [];
};

const bare = (graph: Graph): Graph['flows'] =>
  Object.fromEntries(Object.values(graph.flows).map((flow) => [flow.id, { ...flow, condition: undefined }]));
