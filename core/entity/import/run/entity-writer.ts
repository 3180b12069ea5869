import type { Actor } from '../../../access/actor.ts';
import type { Tx } from '../../../db/connect.ts';
import type { Cause } from '../../../event/event.ts';
import type { Change, RecordStore } from '../../record-store.ts';
import type { ColumnMapping, ImportOptions, RowReason } from '../mapping.ts';
import type { Duplicates } from '../match/find-duplicates.ts';

import { KeyCache, several, type FindKeys } from '../match/key-cache.ts';
import { matchRow } from '../match/match-row.ts';
import { everyName } from '../row/names-in.ts';
import type { LookupColumn, ReadRow, RowReader } from '../row/read-row.ts';
import type { DataRow } from '../source.ts';
import { reasonsOf } from './reasons.ts';
import { inWaves, type Duplicate } from './waves.ts';
import type { ImportWriter, RowOutcome } from './writer.ts';

export interface EntityWriterInput {
  actor: Actor;
  entity: string;
  records: Pick<RecordStore, 'write'>;
  reader: RowReader;
  mapping: readonly ColumnMapping[];
  options: ImportOptions;
  cause: Partial<Cause>;
  /** How texts of a lookup column are found in this transaction. */
  findKeys(tx: Tx, column: LookupColumn): FindKeys;
  duplicates: Duplicates;
}

const still = { mustWait: false };

/** Rows into records of an entity. */
export function entityWriter(input: EntityWriterInput): ImportWriter {
  let tx: Tx | null = null;
  const caches = input.reader.lookups.map(
    (column) =>
      // The cast: `write` sets the transaction before any look-up.
      new KeyCache((texts) => input.findKeys(tx as Tx, column)(texts)),
  );
  return {
    forget: () => caches.forEach((cache) => cache.clear()),
    async write(now, rows, { canWait }) {
      tx = now;
      const read = rows.map((row) => input.reader.read(row));
      // Rows with other faults are looked up as well: their owner wants to hear all of them at once.
      const good = read.filter((row) => !row.source.problem);
      for (const [index, cache] of caches.entries())
        await cache.load(
          good.flatMap((row) => {
            const names = row.texts[index];
            return names ? everyName(names) : [];
          }),
        );
      const outcomes = new Map<DataRow, RowOutcome>();
      const writable: ReadRow[] = [];
      for (const row of read) {
        const { mustWait } = row.source.problem
          ? still
          : matchRow(row, input.reader.lookups, {
              resolve: (column, text) => caches[input.reader.lookups.indexOf(column)]!.get(text),
              canWait,
            });
        if (row.reasons.length > 0) outcomes.set(row.source, { state: 'rejected', reasons: row.reasons });
        else if (mustWait) outcomes.set(row.source, { state: 'deferred' });
        else writable.push(row);
      }
      await writeRows(input, now, writable, outcomes);
      return rows.map((row) => outcomes.get(row)!);
    },
  };
}

async function writeRows(
  input: EntityWriterInput,
  tx: Tx,
  rows: readonly ReadRow[],
  outcomes: Map<DataRow, RowOutcome>,
): Promise<void> {
  if (input.options.duplicates === 'create') return writeWave(input, tx, rows.map(asNew), outcomes);
  for (const wave of inWaves(rows, input.duplicates.keyOf)) {
    const known = await input.duplicates.find(tx, wave);
    await writeWave(
      input,
      tx,
      wave.map((row, index) => ({ row, duplicate: known[index] ?? null })),
      outcomes,
    );
  }
}

type Candidate = { row: ReadRow; duplicate: Duplicate };
const asNew = (row: ReadRow): Candidate => ({ row, duplicate: null });

async function writeWave(
  input: EntityWriterInput,
  tx: Tx,
  candidates: readonly Candidate[],
  outcomes: Map<DataRow, RowOutcome>,
): Promise<void> {
  const changes: Change[] = [];
  const changed: Candidate[] = [];
  for (const candidate of candidates) {
    const { row, duplicate } = candidate;
    if (duplicate === several)
      outcomes.set(row.source, { state: 'rejected', reasons: [severalReason(input.options.keys)] });
    else if (duplicate !== null && input.options.duplicates === 'skip')
      outcomes.set(row.source, { state: 'skipped' });
    else {
      changes.push(changeOf(input, candidate));
      changed.push(candidate);
    }
  }
  if (changes.length === 0) return;
  const { actor, cause, options } = input;
  const results = await input.records.write({ actor, changes, cause, isQuiet: !options.startFlows }, tx);
  for (const [index, result] of results.entries()) {
    const { row, duplicate } = changed[index]!;
    outcomes.set(
      row.source,
      result.ok
        ? { state: duplicate === null ? 'created' : 'updated', id: result.id }
        : { state: 'rejected', reasons: reasonsOf(result.problem, input.mapping) },
    );
  }
}

function changeOf({ entity, options }: EntityWriterInput, { row, duplicate }: Candidate): Change {
  if (duplicate === null) return { op: 'create', entity, values: { ...options.defaults, ...row.values } };
  const cleared = options.emptyClears ? Object.fromEntries(row.empty.map((field) => [field, null])) : {};
  // The cast: `several` was sorted out before.
  return { op: 'update', entity, id: duplicate as string, values: { ...cleared, ...row.values } };
}

const severalReason = (keys: readonly string[]): RowReason => ({
  code: 'import-key-several',
  params: { fields: keys.join(', ') },
});
