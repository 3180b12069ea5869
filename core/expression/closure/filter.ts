import type { Filter } from '../ast.ts';
import type { Context, Frame } from '../context.ts';
import { isTrue } from '../operator/truth.ts';
import { Sequence, sequenceOf } from '../value.ts';
import { NotCovered, type Compiler, type Run } from './run.ts';

/** `[…]`: a number or a list of numbers takes items by position, from the end when negative; else truth decides. */
export function compileFilter(filter: Filter, compiler: Compiler): Run {
  if (filter.type !== 'filter') throw new NotCovered('#');
  if (filter.expr.type === 'number') return itemAt(Math.floor(Number(filter.expr.value)));
  const predicate = compiler.compile(filter.expr);
  return (input, frame, context) => {
    const items = Array.isArray(input) ? input : sequenceOf([input]);
    return kept(items, predicate, { frame, context });
  };
}

const itemAt =
  (index: number): Run =>
  (input) => {
    const items: unknown[] = Array.isArray(input) ? input : [input];
    const item = items.at(index);
    if (Array.isArray(item)) return item;
    return item === undefined ? new Sequence() : sequenceOf([item]);
  };

function kept(
  items: unknown[],
  predicate: Run,
  { frame, context }: { frame: Frame | undefined; context: Context },
): Sequence {
  const results = new Sequence();
  items.forEach((item, index) => {
    context.meter.step();
    const answer = predicate(item, frame, context);
    const positions = positionsOf(answer);
    if (!positions) {
      if (isTrue(answer)) results.push(item);
      return;
    }
    for (const position of positions) {
      const at = Math.floor(position);
      if ((at < 0 ? items.length + at : at) === index) results.push(item);
    }
  });
  return results;
}

function positionsOf(answer: unknown): number[] | undefined {
  if (typeof answer === 'number') return [answer];
  if (!Array.isArray(answer) || !answer.every((item) => typeof item === 'number')) return undefined;
  return answer;
}
