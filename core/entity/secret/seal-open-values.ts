import type { Sql } from '../../db/connect.ts';
import type { EntityDefinition } from '../definition.ts';
import { quoted, snake, tableOf } from '../names.ts';
import { blind, seal } from './secret-box.ts';

const atOnce = 500;
/** As PostgreSQL tells it from text, so that a later start reads nothing; by whatever secret of the server. */
const sealed = String.raw`^v1\.[A-Za-z0-9_-]{38,}$`;

/**
 * Fields that were text before they became secrets (`wasText`): what stands open is sealed, and taken out of the history of
 * its records. Any number of processes may do it, and again.
 */
export async function sealOpenValues(sql: Sql, definitions: readonly EntityDefinition[]): Promise<void> {
  for (const definition of definitions)
    for (const [field, { wasText, isFindable = false }] of Object.entries(definition.fields))
      if (wasText) await sealField(sql, { definition, field, isFindable });
}

interface Place {
  definition: EntityDefinition;
  field: string;
  isFindable: boolean;
}

interface Row {
  id: string;
  value: string;
}

async function sealField(sql: Sql, { definition, field, isFindable }: Place): Promise<void> {
  const [table, column] = [tableOf(definition.id), quoted(snake(field))];
  const hash = quoted(`${snake(field)}_hash`);
  for (;;) {
    const plain = await sql.unsafe<Row[]>(
      `select id, ${column} as value from ${table} where ${column} !~ '${sealed}' order by id limit ${atOnce}`,
    );
    if (plain.length > 0)
      await sql.begin(async (tx) => {
        for (const { id, value } of plain)
          // Somebody may have written another meanwhile.
          await tx.unsafe(
            `update ${table} set ${column} = $3 ${isFindable ? `, ${hash} = $4` : ''} where id = $1 and ${column} = $2`,
            [id, value, seal(value), ...(isFindable ? [blind(value)] : [])],
          );
        const ids = plain.map(({ id }) => id);
        await tx`
          update core.event set changes = (changes::jsonb || jsonb_build_object(${field}::text, '{}'::jsonb))::json
          where record_id = any(${ids}::uuid[]) and entity = ${definition.id} and changes::jsonb ? ${field}`;
      });
    if (plain.length < atOnce) return;
  }
}
