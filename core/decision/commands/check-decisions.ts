import { analyseTable } from '../analyse/analyse-table.ts';
import type { DecisionModel } from '../model.ts';
import type { DecisionProblem } from '../problem.ts';
import { readFile } from '../read/read-file.ts';
import { sentence, type Locale } from '../sentence.ts';
import type { ToldProblem } from './parts.ts';

export interface Checked {
  /** Null when there are errors. */
  model: DecisionModel | null;
  errors: ToldProblem[];
  warnings: ToldProblem[];
}

/** All that is wrong with a file, gaps and overlaps of its tables included, in the reader's language. */
export async function checkDecisions(xml: string, locale: Locale): Promise<Checked> {
  const { model, findings } = await readFile(xml);
  for (const { id, name, logic } of Object.values(model?.decisions ?? {}))
    if (logic.kind === 'table') analyseTable(findings, logic, { element: id, decision: name });
  const told = (problem: DecisionProblem): ToldProblem => {
    const { element, decision, rule, column, code } = problem;
    return { element, decision, rule, column, code, message: sentence(problem, locale) };
  };
  return {
    model,
    errors: findings.of('error').map(told),
    warnings: findings.of('warning').map(told),
  };
}
