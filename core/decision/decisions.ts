/** What the HTTP thread asks of decisions. */
import { deployBaseDecisions, type BaseDecisions } from './commands/deploy-base.ts';
import { deployDecisions, type DeployInput } from './commands/deploy-decisions.ts';
import { evaluateDecision, type EvaluateInput } from './commands/evaluate-decision.ts';
import { listDecisions } from './commands/list-decisions.ts';
import type { DecisionParts } from './commands/parts.ts';
import { listDecisionVersions, readDecisionVersion } from './commands/read-decision-version.ts';
import { tryDecision, type TryInput } from './commands/try-decision.ts';
import { unknownDecision } from './commands/read-decision-version.ts';
import { withdrawDecision } from './commands/withdraw-decision.ts';
import type { Actor } from '../access/actor.ts';
import { createKeptModels } from './kept-models.ts';

export type Decisions = ReturnType<typeof createDecisions>;

export function createDecisions(parts: DecisionParts) {
  const models = createKeptModels(parts.sql);
  return {
    deploy: (input: DeployInput) => deployDecisions(parts, input),
    deployBase: (input: BaseDecisions) => deployBaseDecisions(parts, input),
    list: () => listDecisions(parts),
    versions: (key: string) => listDecisionVersions(parts, key),
    version: (key: string, version: number | 'latest') => readDecisionVersion(parts, key, version),
    evaluate: (input: EvaluateInput) => evaluateDecision({ ...parts, models }, input),
    try: (input: TryInput) => tryDecision(parts, input),
    withdraw: async ({ actor, key }: { actor: Actor; key: string }): Promise<void> => {
      const at = parts.clock.now();
      const answer = await parts.sql.begin((tx) => withdrawDecision(tx, key, { actor, at }));
      if (answer === 'unknown') throw unknownDecision(key);
    },
  };
}
