import { checkChanges, type Change } from '../step/index.ts';
import type { Outcome } from './outcome.ts';
import type { InstanceRun } from './run.ts';

/** What does not fit of changes to the tokens of an instance, as one problem with all reasons; null when all fits. */
export function refusedChanges(
  { definition, state }: InstanceRun,
  changes: readonly Change[],
): Outcome | null {
  if (state === null) return null;
  const problems = checkChanges(definition.graph, state, changes);
  if (problems.length === 0) return null;
  const errors = problems.map(({ index, code, params }) => ({ pointer: `/changes/${index}`, code, params }));
  return {
    ok: false,
    problem: { status: 422, code: 'modify-refused', params: { count: errors.length }, errors },
  };
}
