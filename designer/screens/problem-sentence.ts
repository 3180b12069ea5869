import { hasText, t } from '../../web/data/i18n.ts';
import type { DeployProblem } from '../data/flows.ts';
import type { Finding } from '../lint/finding.ts';
import type { ElementProblem } from '../modules/problems/problems.ts';

/** What drawing shows to be wrong, as sentences. */
export const findingProblem = (finding: Finding): ElementProblem => {
  const { element, severity, code, params } = finding;
  const isNamed = Boolean(params['name']);
  const unnamed = `designer.problem.${code}.unnamed`;
  const key = !isNamed && hasText(unnamed) ? unnamed : `designer.problem.${code}`;
  return {
    element,
    severity,
    sentence: t(key, { ...params, name: params['name'] || t('designer.problem.unnamed') }),
  };
};

/** What the server refused, in its own words. */
export const deployProblem = (
  problem: DeployProblem,
  severity: ElementProblem['severity'],
): ElementProblem => ({
  element: problem.element ?? '',
  severity,
  sentence: problem.message || problem.code,
});

/** Why a text is no diagram. */
export const notBpmn = (error: unknown): Error =>
  new Error(t('designer.xml.broken', { fault: error instanceof Error ? error.message : String(error) }), {
    cause: error,
  });

/** The server's words first; what was found here is left out where the server spoke of the same element. */
export const mergeProblems = (
  refused: readonly ElementProblem[],
  found: readonly ElementProblem[],
): ElementProblem[] => {
  const judged = new Set(refused.map((problem) => problem.element));
  return [...refused, ...found.filter((problem) => !judged.has(problem.element))];
};
