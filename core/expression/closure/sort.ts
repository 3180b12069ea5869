import type { Node } from '../ast.ts';
import type { Context, Frame } from '../context.ts';
import { raise } from '../expression-error.ts';
import { mergeSort } from '../function/listing.ts';
import { typeName } from '../value.ts';
import type { Compiler, Run } from './run.ts';

interface Term {
  run: Run;
  isDescending: boolean;
}

/** `^(a, >b)`: stable; missing last; within a term all numbers or all text. */
export function compileSort(node: Node, compiler: Compiler): Run {
  const terms: Term[] = (node.terms ?? []).map((term) => ({
    run: compiler.compile(term.expression),
    isDescending: term.descending,
  }));
  return (input, frame, context) => {
    const items: unknown[] = Array.isArray(input) ? input : [input];
    if (items.length <= 1) return items;
    return mergeSort(
      items,
      (a, b) => compare([a, b], terms, { frame, context, position: node.position }) > 0,
    );
  };
}

interface At {
  frame: Frame | undefined;
  context: Context;
  position: number | undefined;
}

function compare([a, b]: [unknown, unknown], terms: Term[], { frame, context, position }: At): number {
  for (const { run, isDescending } of terms) {
    context.meter.step();
    const left = run(a, frame, context);
    const right = run(b, frame, context);
    if (left === undefined || right === undefined) {
      if (left === right) continue;
      return left === undefined ? 1 : -1;
    }
    if (!isSortable(left) || typeof left !== typeof right) {
      raise(
        'expression.not-comparable',
        { operator: '^', left: typeName(left), right: typeName(right) },
        position,
      );
    }
    if (left === right) continue;
    const order = (left as string) < (right as string) ? -1 : 1; // Both numbers or both text.
    return isDescending ? -order : order;
  }
  return 0;
}

const isSortable = (value: unknown): boolean => typeof value === 'string' || typeof value === 'number';
