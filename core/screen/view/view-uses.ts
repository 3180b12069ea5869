import type { EntityDefinition } from '../../entity/definition.ts';
import { fieldsOnPath, type UsesProvider } from '../../entity/uses/index.ts';
import type { Sql } from '../../db/connect.ts';
import { fieldsOf } from './check-view.ts';
import type { SavedView } from './saved-view.ts';

type Row = Pick<SavedView, 'id' | 'entity' | 'name' | 'definition'> & { owner: string };

interface ViewUsesInput {
  sql: Sql;
  registry: { entities(): readonly EntityDefinition[] };
}

/** What a view shows less of without the field; without these it no longer shows what it says. */
const needed = new Set(['conditions', 'group', 'lanes']);

/** Saved views by the fields they ask about and show: those of one person too, since they break as well. */
export const viewUses = ({ sql, registry }: ViewUsesInput): UsesProvider => ({
  kind: 'view',
  uses: async () => {
    const rows = await sql<Row[]>`
      select v.id, v.entity, v.name, v.definition, u.name as owner
      from core.saved_view v join core."user" u on u.id = v.owner_id order by lower(v.name), v.id limit 5000`;
    const all = new Map(registry.entities().map((definition) => [definition.id, definition]));
    return rows.flatMap(({ id, entity, name, definition, owner }) => {
      const common = { kind: 'view', id, name: { en: name }, place: owner, href: `/r/${entity}` };
      return [
        { ...common, entity, isBroken: true },
        ...fieldsOf(definition).flatMap(({ path, field }) =>
          fieldsOnPath((wanted) => all.get(wanted), entity, field.split('.')).map((ref) => ({
            ...common,
            ...ref,
            isBroken: needed.has(path),
          })),
        ),
      ];
    });
  },
});
