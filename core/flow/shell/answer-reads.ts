import type { Tx } from '../../db/connect.ts';
import { Problem } from '../../errors.ts';
import type { Failure, Value } from '../step/types.ts';
import type { OpenAsk } from './answer.ts';
import type { ShellParts } from './options.ts';
import { readRecords, type Wanted } from './read-records.ts';

/** Reads of a round: one query per flow, entity and set of paths, with the flow's own permissions. */
export async function answerReads(
  tx: Tx,
  parts: ShellParts,
  asks: readonly OpenAsk<'read'>[],
): Promise<void> {
  for (const group of Map.groupBy(asks, signature).values()) {
    const flow = group[0]!.run.definition.key;
    const actor = await parts.identity.flowActor(flow);
    try {
      const found = await readRecords({
        db: tx,
        parts,
        actor,
        wanted: group.flatMap((ask) => ask.effect.records),
      });
      for (const { effect, answer } of group) answer({ ok: true, value: pick(found, effect.records) });
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      for (const { answer } of group) answer({ ok: false, failure: failureOf(error) });
    }
  }
}

/** Asks of one model read alike: what one may not read, or names wrongly, fails for all of them and nobody else. */
const signature = ({ run, effect }: OpenAsk<'read'>): string =>
  JSON.stringify([run.definition.key, effect.records.map(({ entity, paths }) => [entity, paths])]);

const pick = (found: Map<string, Value>, records: readonly Wanted[]): Value =>
  Object.fromEntries(
    records.map(({ entity, id }) => [`${entity}/${id}`, found.get(`${entity}/${id}`) ?? null]),
  );

export const failureOf = (problem: Problem): Failure => ({
  code: 'flow.read-refused',
  message: `${problem.code} ${JSON.stringify(problem.params)}`,
  params: { ...problem.params, reason: problem.code },
  expected: false,
});
