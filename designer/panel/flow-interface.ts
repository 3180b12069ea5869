import { compile } from '../../core/expression/compile.ts';
import { ExpressionError } from '../../core/expression/expression-error.ts';
import type { Meta } from '../../web/data/meta.ts';
import type { ScopeName } from '../../web/expression/scope.ts';
import { expressionsOf } from '../moddle/expressions-of.ts';
import { childrenOf, type ModdleElement } from '../moddle/moddle-element.ts';
import { variableNames } from './scope-names.ts';

/** The data of a flow as its caller sees it. */
export interface FlowInterface {
  /** Names that its expressions read and that no step of it sets: it must be given them. */
  asks: string[];
  /** What it has when it ends: what its steps leave, and what it was given. */
  leaves: ScopeName[];
}

export function flowInterface(meta: Meta, process: ModdleElement): FlowInterface {
  const left = variableNames(meta, process, process);
  const own = new Set(left.map(({ name }) => name));
  const read = elementsIn(process).flatMap(expressionsOf).flatMap(namesRead);
  const asks = [...new Set(read)].filter((name) => !own.has(name) && /^[A-Za-z_]\w*$/.test(name)).toSorted();
  return { asks, leaves: [...left, ...asks.map((name) => ({ name, label: name, type: '' }))] };
}

const elementsIn = (scope: ModdleElement): ModdleElement[] =>
  childrenOf(scope, 'flowElements').flatMap((child) => [child, ...elementsIn(child)]);

/** What cannot be read names nothing: its own flow says what is wrong with it. */
function namesRead(source: string): string[] {
  try {
    return compile(source).roots;
  } catch (error) {
    if (error instanceof ExpressionError) return [];
    throw error;
  }
}
