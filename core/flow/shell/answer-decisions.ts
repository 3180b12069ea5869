import { decideMany, type DecisionError, type Outcome } from '../../decision/index.ts';
import type { Tx } from '../../db/connect.ts';
import type { Failure, Result, Value } from '../step/types.ts';
import type { OpenAsk } from './answer.ts';
import type { Batch } from './open.ts';
import type { ShellParts } from './options.ts';

type DecisionAsk = OpenAsk<'decide'>;

/** Decisions of a round: each version answers all that ask it at once. */
export async function answerDecisions(
  tx: Tx,
  parts: ShellParts,
  batch: Batch,
  asks: readonly DecisionAsk[],
): Promise<void> {
  for (const group of Map.groupBy(asks, nameOf).values()) {
    const { effect } = group[0]!;
    const version = await versionOf(tx, parts, group[0]!);
    const model = version === null ? undefined : await parts.decisions.get(effect.decision, version, tx);
    if (version === null || model === undefined) {
      for (const { answer } of group) answer({ ok: false, failure: missing(effect) });
      continue;
    }
    const results = await decideMany(model, {
      key: effect.decision,
      variables: group.map((ask) => ask.effect.variables),
      now: batch.now,
      timeZone: batch.timeZone,
    });
    for (const [index, { answer, effect: asked }] of group.entries()) {
      const result = results[index]!;
      answer(
        result.ok
          ? decided(version, result.outcome)
          : { ok: false, failure: failureOf(result.error, asked.variables) },
      );
    }
  }
}

/** What `deployment` means depends on the version of the flow. */
const nameOf = ({ run, effect: { decision, version } }: DecisionAsk): string =>
  JSON.stringify(
    version === 'deployment'
      ? [decision, version, run.definition.key, run.definition.version]
      : [decision, version],
  );

async function versionOf(tx: Tx, parts: ShellParts, { run, effect }: DecisionAsk): Promise<number | null> {
  const { decision, version } = effect;
  if (typeof version === 'number') return version;
  if (version === 'latest') return parts.decisions.latest(decision, { db: tx });
  const [row] = await tx<{ at: Date }[]>`
    select deployed_at as at from flow.definition
    where key = ${run.definition.key} and version = ${run.definition.version}`;
  return parts.decisions.latest(decision, { db: tx, until: row!.at.getTime() });
}

const decided = (version: number, { value, trace }: Outcome): Result => ({
  ok: true,
  // A trace is plain JSON: its members are named by the interface alone.
  value: { value, version, trace: trace as unknown as Value },
});

const missing = ({ decision, version }: DecisionAsk['effect']): Failure => ({
  code: 'decision.unknown',
  message: `The decision ${decision} is not deployed.`,
  expected: false,
  params: { decision, version: typeof version === 'number' ? ` (${version})` : '' },
});

const failureOf = ({ code, params, message }: DecisionError, input: Value): Failure => ({
  code,
  message,
  params,
  input,
  expected: false,
});
