import { Problem } from '../../errors.ts';
import type { Variables } from '../../expression/index.ts';
import type { Outcome } from '../evaluate/decide.ts';
import { decideMany } from '../evaluate/decide-many.ts';
import type { KeptModels } from '../kept-models.ts';
import type { DecisionParts } from './parts.ts';

export interface EvaluateInput {
  key: string;
  version: number | 'latest';
  variables: Variables;
  timeZone: string;
}

export type Evaluated = { key: string; version: number } & Outcome;

/** Problem `decision.…` (422) where it has no result. */
export async function evaluateDecision(
  { clock, models }: Pick<DecisionParts, 'clock'> & { models: KeptModels },
  { key, version: wanted, variables, timeZone }: EvaluateInput,
): Promise<Evaluated> {
  const version = wanted === 'latest' ? await models.latest(key) : wanted;
  const model = version === null ? undefined : await models.get(key, version);
  if (version === null || model === undefined)
    throw new Problem({ status: 404, code: 'decision-unknown', params: { decision: key } });
  const [result] = await decideMany(model, { key, variables: [variables], now: clock.now(), timeZone });
  if (result!.ok) return { key, version, ...result!.outcome };
  const { code, params } = result!.error;
  throw new Problem({ status: 422, code, params });
}
