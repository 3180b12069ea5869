import type { Tx } from '../../../db/connect.ts';
import { packTexts } from '../../../db/pack.ts';
import type { InstanceRun } from '../run.ts';
import { stateText } from '../state-text.ts';

export async function updateInstances(tx: Tx, runs: readonly InstanceRun[], room: number): Promise<void> {
  if (runs.length === 0) return;
  await tx`
    update flow.instance set state = t.state::json, status = t.status, seq = t.seq,
      elements = string_to_array(t.elements, ' '), is_stuck = t.is_stuck
    from unnest(${runs.map((run) => run.id)}::uuid[],
      string_to_array(${packTexts(runs.map((run) => stateText(run, room)))}, chr(30)),
      ${runs.map((run) => run.status)}::text[], ${runs.map((run) => run.seq)}::int[],
      ${runs.map((run) => run.elements.join(' '))}::text[], ${runs.map((run) => String(run.isStuck))}::text[]::boolean[])
      as t (id, state, status, seq, elements, is_stuck)
    where instance.id = t.id`;
}
