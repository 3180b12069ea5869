/** Keeps the iterations of large multi-instance activities in rows of their own, so that no row grows with them. */
import type { Tx } from '../../../db/connect.ts';
import { divide, nameOf, type Part } from '../../step/index.ts';
import type { InstanceRun } from '../run.ts';
import { dropParts, writeParts } from '../sql/write-parts.ts';

export interface PutAway {
  instance: string;
  parts: Part[];
  /** Brought back, and now empty. */
  dropped: { instance: string; body: number; part: number }[];
}

/** Takes the parts out of the states, which are then ready to be written. */
export const putAway = (runs: readonly InstanceRun[]): PutAway[] =>
  runs.flatMap((run) => {
    const parts = run.state === null ? [] : divide(run.definition.graph, run.state);
    if (parts.length + run.parts.length === 0) return [];
    const kept = new Set(parts.map(nameOf));
    const dropped = run.parts.filter((part) => !kept.has(nameOf(part)));
    return [{ instance: run.id, parts, dropped: dropped.map((part) => ({ instance: run.id, ...part })) }];
  });

export async function writePutAway(tx: Tx, away: readonly PutAway[]): Promise<void> {
  await Promise.all([
    writeParts(
      tx,
      away.flatMap(({ instance, parts }) => parts.map((part) => ({ instance, part }))),
    ),
    dropParts(
      tx,
      away.flatMap(({ dropped }) => dropped),
    ),
  ]);
}
