import { ExpressionError } from '../../../expression/expression-error.ts';
import { compile } from '../../step/evaluate.ts';
import { expressionsOf, expressionsOfTimer } from '../../step/expressions-of.ts';
import { definitionsIn } from '../../graph/events.ts';
import type { FlowNode, Graph } from '../../graph/index.ts';
import type { Check } from './check.ts';

/** Every expression parses. Conditions are reported on their flows, all else on its element. */
export const checkExpressions: Check = ({ graph, findings }) => {
  const check = (source: string | undefined, at: { id: string; name?: string }): void => {
    const reason = source === undefined ? null : whyNot(source);
    if (reason !== null)
      findings.add('expression-invalid', at, { expression: source!.slice(0, 200), ...reason });
  };
  const unconditional = { ...graph, flows: bare(graph) };
  for (const node of Object.values(graph.nodes)) {
    check(node.example, node);
    for (const source of startExpressions(graph, node)) check(source, node);
    for (const source of expressionsOf(unconditional, node)) check(source, node);
    for (const source of formRules(node)) check(source, node);
  }
  for (const flow of Object.values(graph.flows)) check(flow.condition, flow);
};

/** The code of the reason, with its own params: the sentence is made in the reader's language. */
const whyNot = (source: string): Record<string, string> | null => {
  try {
    compile(source);
    return null;
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    const params = Object.entries(error.params).map(([name, value]) => [name, String(value)]);
    return { ...Object.fromEntries(params), reason: error.code };
  }
};

/** A start event's are evaluated by whoever listens, and so are not among those of the running element. */
const startExpressions = ({ key }: Graph, node: FlowNode): (string | undefined)[] => {
  if (node.type !== 'startEvent' || node.scope !== key) return [];
  return definitionsIn(node).flatMap((event) => {
    if (event.kind === 'conditional') return [event.condition];
    if (event.kind === 'message') return [event.correlationKey];
    if (event.kind === 'timer') return expressionsOfTimer(event.timer);
    return [];
  });
};

/** Evaluated over what a person fills in, not at the token. */
const formRules = ({ work }: FlowNode): (string | undefined)[] =>
  work?.form && 'fields' in work.form
    ? work.form.fields.flatMap(({ visible, requiredIf }) => [visible, requiredIf])
    : [];

const bare = (graph: Graph): Graph['flows'] =>
  Object.fromEntries(Object.values(graph.flows).map((flow) => [flow.id, { ...flow, condition: undefined }]));
