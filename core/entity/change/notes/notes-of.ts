/** What a change meets in the records that are there: counted, not guessed. */
import type { Sql } from '../../../db/connect.ts';
import type { EntityDefinition } from '../../definition.ts';
import type { Step } from '../../schema/plan.ts';
import type { PreparedChange } from '../prepare-change.ts';
import { fieldNotes } from './field-notes.ts';
import { keptNotes } from './kept-notes.ts';
import { ruleNotes } from './rule-notes.ts';
import { uniqueNotes } from './unique-notes.ts';

export interface Note {
  /** The sentence is `plan-note.<kind>`. */
  kind: string;
  params: Record<string, unknown>;
  /** The change cannot be done as long as this is so. */
  isRefused?: boolean;
}

export interface NotesInput {
  sql: Sql;
  prepared: PreparedChange;
  current: EntityDefinition;
  rows: number;
  steps: readonly Step[];
}

export async function notesOf(input: NotesInput): Promise<Note[]> {
  const next = input.prepared.target.definition;
  if (!next) return [{ kind: 'entity-removed', params: { entity: input.current.id, count: input.rows } }];
  return [
    ...(await unfit(input)),
    ...(await fieldNotes(input, next)),
    ...(await uniqueNotes(input, next)),
    ...(await ruleNotes(input, next)),
    ...(await keptNotes(input, next)),
  ];
}

/** Values that have no counterpart in the new type. */
async function unfit({ sql, steps }: NotesInput): Promise<Note[]> {
  const notes: Note[] = [];
  for (const { fits, params, isOneOfMany } of steps) {
    if (!fits) continue;
    const [found] = await sql.unsafe<{ count: number; samples: string[] | null }[]>(fits);
    if (found!.count === 0) continue;
    const samples = (found!.samples ?? []).map((one) => `“${one.slice(0, 40)}”`).join(', ');
    notes.push({
      kind: isOneOfMany ? 'lists-unfit' : 'values-unfit',
      params: { ...params, count: found!.count, samples },
      isRefused: true,
    });
  }
  return notes;
}
