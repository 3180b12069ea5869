/** Tries an import in a transaction that is rolled back: what it says is what the run will do. */
import type { Actor } from '../../../access/index.ts';
import type { Tx } from '../../../db/connect.ts';
import type { ImportRow } from '../import-row.ts';
import { buildWriter } from '../run/build-writer.ts';
import type { RunServices } from '../run/run-import.ts';
import { tallyUp, type Tally } from '../run/tally.ts';
import { writeChunk } from '../run/write-chunk.ts';
import type { ImportWriter } from '../run/writer.ts';
import { readRows, type DataRow } from '../source.ts';
import { groupReasons, type ReasonGroup } from './group-reasons.ts';
import { unmatchedValues, type UnmatchedColumn } from './unmatched.ts';

/** Rows tried when nobody asks for more, and the most of them: all of it is one transaction. */
export const previewRows = { usual: 10_000, most: 50_000 };

export interface Preview {
  /** Rows tried; `isWhole` when these are all. */
  checked: number;
  isWhole: boolean;
  created: number;
  updated: number;
  skipped: number;
  rejected: number;
  /** Rows that name a row further down, beyond those tried. */
  waiting: number;
  reasons: ReasonGroup[];
  unmatched: UnmatchedColumn[];
  /** The flows that records of these rows would start, if the import were to start flows. */
  starts: FlowStarts[];
}

export interface FlowStarts {
  flow: string;
  name: string;
  count: number;
}

/** How many flows would start for records that this transaction wrote; the flow part offers it. */
export type PreviewStarts = (
  tx: Tx,
  input: { entity: string; ids: readonly string[] },
) => Promise<FlowStarts[]>;

export interface PreviewServices extends RunServices {
  previewStarts?: PreviewStarts;
}

class Undo extends Error {}

export async function preview(
  services: PreviewServices,
  input: { row: ImportRow; actor: Actor; rows: number },
): Promise<Preview> {
  const { row } = input;
  // What flows would start is asked here and rolled back with the rest.
  const startFlows = services.previewStarts !== undefined;
  const asked = { ...row, options: { ...row.options, startFlows } };
  const writer = await buildWriter(services, asked, input.actor);
  let result: Preview | undefined;
  await services.sql
    .begin(async (tx) => {
      result = await tryOut(services, tx, { ...input, writer, rows: Math.min(input.rows, previewRows.most) });
      throw new Undo();
    })
    .catch((error: unknown) => {
      if (!(error instanceof Undo)) throw error;
    });
  return result!;
}

interface Trial {
  row: ImportRow;
  actor: Actor;
  writer: ImportWriter;
  rows: number;
}

async function tryOut(
  services: PreviewServices,
  tx: Tx,
  { row, actor, writer, rows: limit }: Trial,
): Promise<Preview> {
  const total: Tally & { ids: string[] } = {
    created: 0,
    updated: 0,
    skipped: 0,
    rejected: [],
    deferred: [],
    ids: [],
  };
  const write = async (rows: DataRow[], canWait: boolean): Promise<void> => {
    const outcomes = await writeChunk(tx, writer, { rows, canWait });
    const tally = tallyUp(rows, outcomes);
    for (const state of ['created', 'updated', 'skipped'] as const) total[state] += tally[state];
    total.rejected.push(...tally.rejected);
    total.deferred.push(...tally.deferred);
    for (const outcome of outcomes) if ('id' in outcome) total.ids.push(outcome.id);
  };
  let checked = 0;
  let isWhole = true;
  for await (const { rows } of readRows({ ...services, ...row, after: 0, chunk: Math.min(limit, 1_000) })) {
    if (checked >= limit) {
      isWhole = false;
      break;
    }
    await write(rows, true);
    checked += rows.length;
  }
  for (let before = -1; total.deferred.length > 0 && total.deferred.length !== before;) {
    before = total.deferred.length;
    await write(total.deferred.splice(0), true);
  }
  if (isWhole && total.deferred.length > 0) await write(total.deferred.splice(0), false);
  const { created, updated, skipped, rejected, deferred, ids } = total;
  return {
    checked,
    isWhole,
    created,
    updated,
    skipped,
    rejected: rejected.length,
    waiting: deferred.length,
    reasons: groupReasons(rejected),
    unmatched: await unmatchedValues(tx, services, { row, rejected, actor }),
    starts: (await services.previewStarts?.(tx, { entity: row.target, ids })) ?? [],
  };
}
