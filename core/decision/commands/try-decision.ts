import type { Actor } from '../../access/actor.ts';
import type { Variables } from '../../expression/index.ts';
import { decideMany } from '../evaluate/decide-many.ts';
import type { Outcome } from '../evaluate/decide.ts';
import { checkDecisions } from './check-decisions.ts';
import { itemOf, type DecisionItem } from './list-decisions.ts';
import type { DecisionParts, ToldProblem } from './parts.ts';

export interface TryInput {
  actor: Actor;
  xml: string;
  /** The decision to ask; only checked when absent. */
  key?: string;
  rows: readonly Variables[];
}

export type TriedRow =
  | { ok: true; outcome: Outcome }
  | { ok: false; code: string; params: Record<string, string> };

export interface Tried {
  errors: ToldProblem[];
  warnings: ToldProblem[];
  /** What each decision of the file asks for and gives; empty when there are errors. */
  decisions: Pick<DecisionItem, 'key' | 'name' | 'inputs' | 'outputs' | 'isList' | 'hitPolicy' | 'rules'>[];
  rows: TriedRow[];
}

/** A file that is not deployed: what is wrong with it, and what it decides for sample rows. */
export async function tryDecision({ clock }: Pick<DecisionParts, 'clock'>, input: TryInput): Promise<Tried> {
  const { actor, xml, key, rows } = input;
  const { model, errors, warnings } = await checkDecisions(xml, actor.locale);
  if (model === null) return { errors, warnings, decisions: [], rows: [] };
  const decisions = Object.values(model.decisions).map(({ id, name }) => {
    const { inputs, outputs, isList, hitPolicy, rules } = itemOf({ ...draft, key: id, name, model });
    return { key: id, name, inputs, outputs, isList, hitPolicy, rules };
  });
  if (key === undefined) return { errors, warnings, decisions, rows: [] };
  const call = { key, variables: rows, now: clock.now(), timeZone: actor.timeZone };
  const results = await decideMany(model, call);
  return {
    errors,
    warnings,
    decisions,
    rows: results.map((each) =>
      each.ok ? each : { ok: false, code: each.error.code, params: each.error.params },
    ),
  };
}

const draft = { version: 0, deployedAt: new Date(0), deployedBy: { id: '', title: '' }, usedBy: [] };
