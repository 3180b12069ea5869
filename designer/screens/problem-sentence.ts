import { t } from '../../web/data/i18n.ts';
import type { DeployProblem } from '../data/flows.ts';
import type { ToldFinding } from '../lint/check-diagram.ts';
import type { ElementProblem } from '../modules/problems/problems.ts';

/** What drawing shows to be wrong, as sentences. */
export const findingProblem = (finding: ToldFinding): ElementProblem => {
  const { element, severity, code, params, said } = finding;
  const asTold = Object.keys(said).map((param) => [param, markOf(param)]);
  let sentence = t(`designer.problem.${code}`, { ...params, ...Object.fromEntries(asTold) });
  for (const [param, words] of Object.entries(said))
    sentence = sentence.replaceAll(`“${markOf(param)}”`, words);
  return { element, severity, sentence: sentence.charAt(0).toUpperCase() + sentence.slice(1) };
};

/** What stands for an element without a name until its words come, which need no quotes. */
const markOf = (param: string): string => `\u0000${param}`;

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
