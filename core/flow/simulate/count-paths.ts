import type { Outcome, PathCounts } from './types.ts';

/** How many records passed each element, and how they ended. */
export function countPaths(outcomes: readonly Pick<Outcome, 'passed' | 'state'>[]): PathCounts {
  const passed: Record<string, number> = {};
  const states: Record<string, number> = {};
  for (const outcome of outcomes) {
    states[outcome.state] = (states[outcome.state] ?? 0) + 1;
    for (const element of outcome.passed) passed[element] = (passed[element] ?? 0) + 1;
  }
  return { passed, states };
}
