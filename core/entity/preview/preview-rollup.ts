import type { Actor } from '../../access/actor.ts';
import type { EntityDefinition, FieldDefinition } from '../definition.ts';
import type { Filter, RecordStore } from '../record-store.ts';
import type { RollupStep } from '../rollup-path.ts';
import type { Sample } from './preview-expression.ts';

export interface RollupPreviewInput {
  actor: Actor;
  definition: EntityDefinition;
  records: Pick<RecordStore, 'list' | 'aggregate'>;
  rollup: NonNullable<FieldDefinition['rollup']>;
  /** The relations that lead from what is rolled up to `definition`. */
  path: readonly RollupStep[];
}

const most = 5;

interface Parent {
  id: string;
  title: string | null;
}

/** Those that the first children found lead to, step by step. */
async function parentsOf({ actor, records, rollup, path }: RollupPreviewInput): Promise<Parent[]> {
  const { by, where } = rollup;
  let filter: Filter = { ...where, [by]: { isNull: false } };
  let parents: Parent[] = [];
  for (const { entity, field } of path) {
    const found = await records.list({ actor, entity, fields: [field], filter, limit: 50 });
    // A relation reads as `{id, title}`, to many as a list of them.
    parents = found.items.flatMap((record) => (record[field] ?? []) as Parent | Parent[]);
    filter = { id: { in: [...new Set(parents.map(({ id }) => id))] } };
  }
  return parents;
}

/** What a roll-up gives on records that have children, as its writer sees them. */
export async function previewRollup(input: RollupPreviewInput): Promise<Sample[]> {
  const { actor, definition, records, rollup } = input;
  const { entity, by, function: name, field, where } = rollup;
  const parents = await parentsOf(input);
  const shown = [...new Map(parents.map((parent) => [parent.id, parent])).values()].slice(0, most);
  return Promise.all(
    shown.map(async ({ id, title }) => {
      const { rows } = await records.aggregate({
        actor,
        entity,
        filter: where ? { and: [where, { [by]: [id] }] } : { [by]: [id] },
        measures: [{ function: name, ...(name !== 'count' && field !== undefined && { field }) }],
      });
      const key = name === 'count' ? 'count' : `${name}.${field}`;
      return { id, title: title ?? definition.id, value: rows[0]?.values[key] ?? null, problem: null };
    }),
  );
}
