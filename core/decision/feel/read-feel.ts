import { parseExpression, parseUnaryTests } from 'feelin';
import { functionNames, patternFunctions } from './function-names.ts';

export interface FeelReading {
  /** Offset of what cannot be read; null where all can. */
  wrongAt: number | null;
  /** Free names, without those of functions. */
  names: string[];
  /** Its time depends on more than its length: loops, filters, functions of its own, regular expressions. */
  isHeavy: boolean;
}

export type FeelKind = 'expression' | 'tests';
type Tree = ReturnType<typeof parseExpression>;
type Node = Tree['topNode'];

/** Reads without evaluating. `known` are names that may hold spaces. */
export function readFeel(text: string, kind: FeelKind, known: Iterable<string>): FeelReading {
  const names = new Set<string>();
  let wrongAt: number | null = null;
  let isHeavy = false;
  const visit = (node: Node, bound: ReadonlySet<string>): void => {
    if (node.type.isError || isTestOfTest(node)) wrongAt ??= node.from;
    isHeavy ||= heavy.has(node.name);
    const inner = new Set([...bound, ...boundBy(node, text)]);
    if (node.name === 'VariableName') {
      const name = nameAt(node, text);
      if (isCalled(node, name)) isHeavy ||= patternFunctions.has(name);
      else if (!inner.has(name)) names.add(name);
    }
    for (let child = node.firstChild; child; child = child.nextSibling) visit(child, inner);
  };
  visit(parse(text, kind, known).topNode, new Set());
  return { wrongAt, names: [...names], isHeavy };
}

export function parse(text: string, kind: FeelKind, known: Iterable<string>): Tree {
  // As a function it would hide the negation of tests.
  const functions = [...functionNames].filter((name) => kind === 'expression' || name !== 'not');
  const context = Object.fromEntries([...functions, ...known].map((name) => [name, null]));
  return (kind === 'tests' ? parseUnaryTests : parseExpression)(text, context, undefined);
}

const heavy: ReadonlySet<string> = new Set([
  'ForExpression',
  'QuantifiedExpression',
  'FunctionDefinition',
  'FilterExpression',
  'Context',
]);

/** `< < 10` is read without an error, and fails only when it is asked. */
const isTestOfTest = (node: Node): boolean =>
  node.name === 'SimplePositiveUnaryTest' && node.parent?.name === 'SimplePositiveUnaryTest';

const nameAt = (node: Node, text: string): string =>
  text.slice(node.from, node.to).trim().replaceAll(/\s+/g, ' ');

const isCalled = (node: Node, name: string): boolean =>
  functionNames.has(name) &&
  node.parent?.name === 'FunctionInvocation' &&
  node.parent.firstChild?.from === node.from;

/** Names of loops, parameters and filters are there inside them. */
function boundBy(node: Node, text: string): string[] {
  if (!heavy.has(node.name)) return [];
  const names = ['item', 'partial'];
  const collect = (inside: Node): void => {
    if (inside.name === 'Name') names.push(nameAt(inside, text));
    for (let child = inside.firstChild; child; child = child.nextSibling) collect(child);
  };
  collect(node);
  return names;
}
