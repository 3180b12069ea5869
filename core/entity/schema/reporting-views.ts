/**
 * A view per entity in the schema `reporting`, for tools that speak SQL: living records, under the names of the fields,
 * without secrets. Whoever may read the schema sees every record: rules and masks are for people, not for it.
 */
import { createHash } from 'node:crypto';
import type { Db, Sql } from '../../db/connect.ts';
import type { EntityDefinition } from '../definition.ts';
import { bareTable, quoted, tableOf } from '../names.ts';
import { desiredTable } from './desired.ts';

/** Any constant: one process makes views at a time. */
const lockKey = 0x76696577;

/** Makes what is missing, makes anew what changed, and takes away what has no entity any more. */
export async function keepReportingViews(sql: Sql, definitions: readonly EntityDefinition[]): Promise<void> {
  if ((await statementsFor(sql, definitions)).length === 0) return;
  await sql.begin(async (tx) => {
    await tx`select pg_advisory_xact_lock(${lockKey})`;
    // Another process may have been faster.
    const statements = await statementsFor(tx, definitions);
    if (statements.length > 0) await tx.unsafe(statements.join(';\n'));
  });
}

async function statementsFor(db: Db, definitions: readonly EntityDefinition[]): Promise<string[]> {
  const wanted = new Map(definitions.map((definition) => [bareTable(definition.id), viewOf(definition)]));
  const there = await db<{ name: string; mark: string | null }[]>`
    select c.relname as name, obj_description(c.oid, 'pg_class') as mark
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'reporting' and c.relkind = 'v'`;
  const marks = new Map(there.map(({ name, mark }) => [name, mark]));
  const gone = there.filter(({ name }) => !wanted.has(name)).map(({ name }) => dropping(name));
  const changed = [...wanted].filter(([name, { mark }]) => marks.get(name) !== mark);
  return [...gone, ...changed.flatMap(([name, view]) => making(name, view))];
}

interface View {
  query: string;
  /** By which a view is known to be the one that is wanted: a converted column is another one under the same name. */
  mark: string;
}

const hiddenColumns = new Set(['version', 'deleted_at', 'search']);

function viewOf(definition: EntityDefinition): View {
  const columns = desiredTable(definition)
    .columns.filter(({ name }) => !hiddenColumns.has(name) && (name !== 'owner_id' || definition.owner))
    .filter(({ field }) => field === undefined || definition.fields[field]?.type !== 'secret');
  const names = columns.map(({ name }) => quoted(name)).join(', ');
  const query = `select ${names} from ${tableOf(definition.id)} where deleted_at is null`;
  const types = columns.map(({ type }) => type).join();
  return { query, mark: createHash('md5').update(`${query} ${types}`).digest('hex') };
}

/** Views of others on it go too: they would show columns that are gone. */
const dropping = (name: string): string => `drop view if exists reporting.${quoted(name)} cascade`;

const making = (name: string, { query, mark }: View): string[] => [
  dropping(name),
  `create view reporting.${quoted(name)} as ${query}`,
  `comment on view reporting.${quoted(name)} is '${mark}'`,
];
