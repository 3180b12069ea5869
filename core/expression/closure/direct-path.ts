import type { Node } from '../ast.ts';
import { raise } from '../expression-error.ts';
import type { Compiler, Run } from './run.ts';

/**
 * `a.b.c` and `$x.a.b` through single objects, without lists: the common case, twenty times as fast as the
 * general one, which takes over as soon as a list is met. Undefined when the path has more than names.
 */
export function compileDirectPath(node: Node, compiler: Compiler, general: Run): Run | undefined {
  const steps = node.steps ?? [];
  const [first, ...rest] = steps;
  const startsAtVariable = first !== undefined && isPlain(first, 'variable');
  const nameSteps = startsAtVariable ? rest : steps;
  if (node.group || node.keepSingletonArray || !nameSteps.every((step) => isPlain(step, 'name')))
    return undefined;
  const names = nameSteps.map((step) => String(step.value));
  const start = startsAtVariable && first ? compiler.compile(first) : undefined;
  const checked =
    names.length > 0 && nameSteps[0]?.isRoot && !nameSteps[0].isLenient ? nameSteps[0] : undefined;
  return (input, frame, context) => {
    let value = start ? start(input, frame, context) : input;
    for (let index = 0; index < names.length; index++) {
      if (Array.isArray(value)) return general(input, frame, context);
      const name = names[index] ?? '';
      if (typeof value !== 'object' || value === null) return undefined;
      if (!Object.hasOwn(value, name)) {
        if (index === 0 && checked && context.isStrict) {
          raise('expression.name-unknown', { name }, checked.position);
        }
        return undefined;
      }
      // An object that has the member: reading it is what the check allows.
      value = (value as Record<string, unknown>)[name];
    }
    return Array.isArray(value) ? general(input, frame, context) : value;
  };
}

const isPlain = (step: Node, type: string): boolean =>
  step.type === type && !step.stages && !step.predicate && !step.keepArray && !step.tuple && !step.group;
