import type { Node } from '../ast.ts';
import { ConstructedList, Sequence, sequenceOf } from '../value.ts';
import { compileGroup } from './construct.ts';
import { compileDirectPath } from './direct-path.ts';
import { compileFilter } from './filter.ts';
import { compileSort } from './sort.ts';
import { NotCovered, type Compiler, type Run } from './run.ts';
import type { Context, Frame } from '../context.ts';

type Step = (input: unknown[], frame: Frame | undefined, context: Context) => unknown;

/** Steps one after the other, each over every item that the step before found. */
export function compilePath(node: Node, compiler: Compiler): Run {
  const general = compileGeneral(node, compiler);
  const direct = compileDirectPath(node, compiler, general);
  return direct ?? general;
}

function compileGeneral(node: Node, compiler: Compiler): Run {
  const nodes = node.steps ?? [];
  const startsAtVariable = nodes[0]?.type === 'variable';
  const steps = nodes.map((step, index) => compileStep(step, { compiler, nodes, index }));
  const group = node.group && compileGroup(node.group, compiler);
  return (input, frame, context) => {
    let items: unknown[] = Array.isArray(input) && !startsAtVariable ? input : sequenceOf([input]);
    let result: unknown = items;
    for (const step of steps) {
      result = step(items, frame, context);
      if (result === undefined || (Array.isArray(result) && result.length === 0)) break;
      // A constructed list that was grouped is an object: jsonata finds nothing behind it.
      items = Array.isArray(result) ? result : [];
    }
    if (node.keepSingletonArray) result = keepList(result);
    return group ? group(result, frame, context) : result;
  };
}

function compileStep(
  step: Node,
  { compiler, nodes, index }: { compiler: Compiler; nodes: Node[]; index: number },
): Step {
  const filters = (step.stages ?? []).map((stage) => compileFilter(stage, compiler));
  if (step.tuple || step.type === 'parent') throw new NotCovered('@, # and %');
  if (step.type === 'sort') {
    const sort = compileSort(step, compiler);
    return (input, frame, context) =>
      filters.reduce<unknown>((value, filter) => filter(value, frame, context), sort(input, frame, context));
  }
  const run = compiler.compile(step);
  // A constructed list at the head is made once, not once for each item of the context.
  if (index === 0 && step.consarray) return (input, frame, context) => run(input, frame, context);
  return overItems(run, filters, index === nodes.length - 1);
}

function overItems(run: Run, filters: Run[], isLast: boolean): Step {
  return (input, frame, context) => {
    const found: unknown[] = [];
    for (let index = 0; index < input.length; index++) {
      context.meter.step();
      let value = run(input[index], frame, context);
      for (const filter of filters) value = filter(value, frame, context);
      if (value !== undefined) found.push(value);
    }
    const only = found[0];
    if (isLast && found.length === 1 && Array.isArray(only) && !(only instanceof Sequence)) return only;
    return flatten(found, context);
  };
}

function flatten(found: unknown[], context: Context): Sequence {
  const flat = new Sequence();
  for (const value of found) {
    if (!Array.isArray(value) || value instanceof ConstructedList) flat.push(value);
    else for (const item of value) flat.push(item);
  }
  context.meter.size(flat.length);
  return flat;
}

function keepList(result: unknown): unknown {
  const sequence = result instanceof ConstructedList ? sequenceOf([result]) : result;
  if (sequence instanceof Sequence) sequence.keepsSingle = true;
  return sequence;
}
