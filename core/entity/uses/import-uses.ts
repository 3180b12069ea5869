import type { Sql } from '../../db/connect.ts';
import type { ColumnMapping } from '../import/mapping.ts';
import type { UsesProvider } from './use.ts';

interface Row {
  id: string;
  name: string;
  target: string;
  mapping: ColumnMapping[];
}

/** Imports that are not done yet, by the fields their columns fill. */
export const importUses = (sql: Sql): UsesProvider => ({
  kind: 'import',
  uses: async () => {
    const rows = await sql<Row[]>`
      select id, name, target, mapping from core.import
      where state in ('ready', 'running', 'stopping', 'stopped') order by created_at desc limit 200`;
    return rows.flatMap(({ id, name, target, mapping }) =>
      mapping.flatMap(({ field }) =>
        field === null
          ? []
          : [
              {
                entity: target,
                field,
                kind: 'import',
                id,
                name,
                href: `/import/${target}/${id}`,
                isBroken: true,
              },
            ],
      ),
    );
  },
});
