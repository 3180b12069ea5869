import type { Element } from '../elements/element.ts';
import { definitionsIn } from '../graph/events.ts';
import type { EventDefinition, FlowNode, Graph, HistoryLevel } from '../graph/index.ts';
import { compile } from './evaluate.ts';
import type { Compiled } from './evaluate.ts';
import { expressionsOf } from './expressions-of.ts';

/**
 * What makes a graph quick to run: elements looked up, flows linked, expressions compiled. Made once per graph
 * object and kept as long as it lives; nodes are prepared when a token first reaches them.
 */
export interface Prepared {
  graph: Graph;
  /** Given from above: elements are written with what is here, and so cannot be imported. */
  elementOf: ElementOf;
  nodes: Map<string, PreparedNode>;
  expressions: Map<string, Compiled>;
  /** Whether any expression of the graph reads `$before`. */
  readsBefore: boolean | undefined;
  /** Only then are tokens looked through after every command. */
  hasInclusiveJoin: boolean;
  hasComplexJoin: boolean;
  /** Only then are changes of variables noted. */
  hasConditions: boolean;
  /** Only then is it looked up which iteration a history entry belongs to. */
  hasLoop: boolean;
}

export interface PreparedNode {
  id: string;
  type: string;
  definition: FlowNode;
  element: Element;
  /** The only way out, where it has no condition: the common case. */
  single: PreparedFlow | null;
  outgoing: PreparedFlow[];
  default: PreparedFlow | null;
  boundary: PreparedNode[];
  /** Boundary events that wait for something from outside; the others only catch. */
  armed: PreparedNode[];
  isRecorded: boolean;
  /** An activity that repeats is recorded by its iterations alone. */
  isIterationRecorded: boolean;
  /** A join: tokens come to it unrecorded, it is recorded when it fires. */
  isQuiet: boolean;
  isFlowRecorded: boolean;
  /** Paths under `$subject` in all expressions of the element; collected when first asked for. */
  subjectPaths: string[] | undefined;
}

export interface PreparedFlow {
  id: string;
  target: string;
  condition: string | undefined;
}

export type ElementOf = (node: FlowNode) => Element;

const kept = new WeakMap<Graph, Prepared>();

export const prepare = (graph: Graph, elementOf: ElementOf): Prepared => {
  let prepared = kept.get(graph);
  if (prepared === undefined) {
    prepared = {
      graph,
      elementOf,
      nodes: new Map(),
      expressions: new Map(),
      readsBefore: undefined,
      hasInclusiveJoin: hasJoin(graph, 'inclusiveGateway'),
      hasComplexJoin: hasJoin(graph, 'complexGateway'),
      hasConditions: hasConditions(graph),
      hasLoop: Object.values(graph.nodes).some((node) => node.loop !== undefined),
    };
    kept.set(graph, prepared);
  }
  return prepared;
};

export const nodeOf = (prepared: Prepared, id: string): PreparedNode =>
  prepared.nodes.get(id) ?? prepareNode(prepared, id);

export const expressionOf = (prepared: Prepared, source: string): Compiled => {
  let compiled = prepared.expressions.get(source);
  if (compiled === undefined) {
    compiled = compile(source);
    prepared.expressions.set(source, compiled);
  }
  return compiled;
};

/** The union of what the element's expressions read of the record: one read serves the whole move. */
export const subjectPathsOf = (prepared: Prepared, node: PreparedNode): string[] => {
  if (node.subjectPaths === undefined) {
    const paths = new Set<string>();
    const awaited = node.type === 'eventBasedGateway' ? node.outgoing.map((flow) => flow.target) : [];
    const events = [...node.armed, ...awaited.map((id) => nodeOf(prepared, id))];
    for (const { definition } of [node, ...events]) {
      for (const source of expressionsOf(prepared.graph, definition))
        for (const path of expressionOf(prepared, source).subjectPaths) paths.add(path);
      for (const source of conditionsOnSubject(prepared.graph, definition))
        for (const path of expressionOf(prepared, source).recordPaths) paths.add(path);
    }
    node.subjectPaths = [...paths];
  }
  return node.subjectPaths;
};

/** `$record` in them is the subject: another record comes with its change, and has other fields. */
const conditionsOnSubject = ({ subject }: Graph, node: FlowNode): string[] =>
  definitionsIn(node).flatMap((event) =>
    event.kind === 'conditional' && event.record?.entity === (subject ?? event.record?.entity)
      ? [event.condition]
      : [],
  );

const prepareNode = (prepared: Prepared, id: string): PreparedNode => {
  const { graph } = prepared;
  const definition = graph.nodes[id];
  if (definition === undefined) throw new Error(`the graph of "${graph.key}" has no element "${id}"`);
  const outgoing = definition.outgoing.map((flow) => {
    const { target, condition } = graph.flows[flow]!;
    return { id: flow, target, condition };
  });
  const boundary = (definition.boundary ?? []).map((event) => nodeOf(prepared, event));
  const element = prepared.elementOf(definition);
  const isShown = isRecorded(graph.history, definition.type);
  const node: PreparedNode = {
    id,
    type: definition.type,
    definition,
    element,
    isQuiet: isQuiet(definition, element),
    single: isSingle(definition, outgoing) ? outgoing[0]! : null,
    outgoing,
    default: outgoing.find((flow) => flow.id === definition.default) ?? null,
    boundary,
    armed: boundary.filter((event) => awaitsSomething(event.definition)),
    isRecorded: isShown && definition.loop === undefined,
    isIterationRecorded: isShown && definition.loop !== undefined,
    isFlowRecorded: isFull(graph.history),
    subjectPaths: undefined,
  };
  prepared.nodes.set(id, node);
  return node;
};

/** Whether an event waits for something from outside; errors and the like are only caught. */
export const isAwaited = ({ kind }: EventDefinition): boolean => waiting.has(kind);

export const awaitsSomething = (node: FlowNode): boolean => definitionsIn(node).some(isAwaited);

const isQuiet = (definition: FlowNode, element: Element): boolean =>
  (element.isJoin === true && definition.incoming.length > 1) || definition.startQuantity !== undefined;

const isSingle = (definition: FlowNode, outgoing: readonly PreparedFlow[]): boolean =>
  outgoing.length === 1 &&
  outgoing[0]!.condition === undefined &&
  definition.completionQuantity === undefined;

const waiting = new Set(['timer', 'message', 'signal', 'conditional']);

const hasJoin = (graph: Graph, type: string): boolean =>
  Object.values(graph.nodes).some((node) => node.type === type && node.incoming.length > 1);

const hasConditions = (graph: Graph): boolean =>
  Object.values(graph.nodes).some((node) => definitionsIn(node).some(({ kind }) => kind === 'conditional'));

const isFull = (level: HistoryLevel): boolean => level === 'full' || level === 'data';

const isRecorded = (level: HistoryLevel, type: string): boolean =>
  isFull(level) || (level === 'activity' && !type.endsWith('Gateway'));
