import type { Variables } from '../../expression/index.ts';
import { DecisionError } from '../decision-error.ts';
import { decideIsolated } from '../isolated/decide-isolated.ts';
import type { DecisionModel } from '../model.ts';
import { decide, type DecisionCall, type DecisionResult } from './decide.ts';

/** Characters of JSON that one call may bring. */
const mostCharacters = 200_000;

/** Many calls of one decision, in their order. Calls that bring the same are decided once. */
export async function decideMany(
  model: DecisionModel,
  { variables, ...common }: Omit<DecisionCall, 'variables'> & { variables: readonly Variables[] },
): Promise<DecisionResult[]> {
  const known = new Map<string, DecisionResult>();
  const results: DecisionResult[] = [];
  for (const each of variables) {
    const text = JSON.stringify(each);
    const result = known.get(text) ?? (await decideOne(model, { ...common, variables: each }, text.length));
    known.set(text, result);
    results.push(result);
  }
  return results;
}

function decideOne(
  model: DecisionModel,
  call: DecisionCall,
  size: number,
): DecisionResult | Promise<DecisionResult> {
  if (size > mostCharacters) return { ok: false, error: new DecisionError('decision.too-large') };
  return isHeavy(model, call.key) ? decideIsolated(model, call) : decide(model, call);
}

const isHeavy = ({ decisions }: DecisionModel, key: string): boolean => {
  const asked = decisions[key];
  return asked !== undefined && [...asked.requires, key].some((id) => decisions[id]?.logic.isHeavy);
};
