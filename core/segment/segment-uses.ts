import type { Sql } from '../db/connect.ts';
import type { UsesProvider } from '../entity/uses/index.ts';

interface Row {
  id: string;
  name: string;
  definedBy: string;
  entity: string;
  field: string;
}

/** Segments by the fields that their conditions read: what they watch. */
export const segmentUses = (sql: Sql): UsesProvider => ({
  kind: 'segment',
  uses: async () => {
    const rows = await sql<Row[]>`
      select distinct s.id, s.name, s.defined_by as "definedBy", w.entity, w.field
      from core.segment_watch w join core.segment s on s.id = w.segment_id
      where w.field <> '*' and w.entity not like 'segment:%' limit 20000`;
    return rows.map(({ id, name, definedBy, entity, field }) => ({
      ...{ kind: 'segment', id, entity, field, isBroken: true },
      name: { en: name },
      href: `/r/${encodeURIComponent(definedBy)}/${id}`,
    }));
  },
});
