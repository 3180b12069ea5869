/**
 * The tree that jsonata's parser makes (2.2). Its own declaration knows `any` only; this one names what we read.
 * `isRoot`, `isLenient` and `isFree` are ours, set by `annotate`.
 */
export interface Filter {
  type: 'filter' | 'index';
  expr: Node;
  /** Of an index: the name it sets. */
  value?: string;
  position?: number;
}

export interface Signature {
  definition: string;
  validate(args: unknown[], context: unknown): unknown[];
}

export interface Group {
  lhs: [Node, Node][];
  position?: number;
}

export interface Node {
  type: string;
  value?: unknown;
  position?: number;
  steps?: Node[];
  stages?: Filter[];
  predicate?: Filter[];
  group?: Group;
  keepArray?: boolean;
  keepSingletonArray?: boolean;
  consarray?: boolean;
  tuple?: boolean;
  focus?: string;
  index?: string;
  lhs?: Node | [Node, Node][];
  rhs?: Node;
  expression?: Node;
  expressions?: Node[];
  arguments?: Node[];
  procedure?: Node;
  signature?: Signature;
  body?: Node;
  thunk?: boolean;
  condition?: Node;
  then?: Node;
  else?: Node;
  terms?: { descending: boolean; expression: Node }[];
  pattern?: Node;
  update?: Node;
  delete?: Node;
  /** A name looked up in the scope itself, not in something found before. */
  isRoot?: boolean;
  /** Asked for by `$exists` or `??`: may be absent even under strict. */
  isLenient?: boolean;
  /** A `$name` that no `:=` and no parameter of the expression sets. */
  isFree?: boolean;
}

/** The pairs of an object constructor, or the operand of a binary operator: jsonata keeps both in `lhs`. */
export const pairsOf = (node: Node): [Node, Node][] => (Array.isArray(node.lhs) ? node.lhs : []);
export const operandOf = (node: Node): Node => required(Array.isArray(node.lhs) ? undefined : node.lhs);
export const required = (node: Node | undefined): Node => {
  if (!node) throw new Error('jsonata made a tree of another shape than 2.2 does');
  return node;
};

/** Every direct child, whatever its role. */
export function childrenOf(node: Node): Node[] {
  const pairs = [...pairsOf(node), ...(node.group?.lhs ?? [])].flat();
  const single = [node.rhs, node.expression, node.procedure, node.body, node.condition, node.then, node.else];
  const more = [node.pattern, node.update, node.delete, Array.isArray(node.lhs) ? undefined : node.lhs];
  return [
    ...pairs,
    ...[...single, ...more].filter((child) => child !== undefined),
    ...(node.steps ?? []),
    ...(node.expressions ?? []),
    ...(node.arguments ?? []),
    ...(node.terms ?? []).map((term) => term.expression),
    ...[...(node.stages ?? []), ...(node.predicate ?? [])]
      .filter((f) => f.type === 'filter')
      .map((f) => f.expr),
  ];
}
