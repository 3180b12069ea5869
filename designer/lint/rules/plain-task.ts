import type { LintRule } from '../finding.ts';

/** A task without a kind does nothing when it runs. */
export const plainTask: LintRule = {
  check: (element) => (element.$type === 'bpmn:Task' ? [{ code: 'plain-task', severity: 'warning' }] : []),
};
