/** A server that is killed while it changes a definition: the next one finishes it, and nothing is left half done. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemActor as actor } from '../../core/access/index.ts';
import type { DefinitionOperation, Definitions, RecordStore } from '../../core/entity/index.ts';
import { createRecords } from '../../core/entity/records.ts';
import { planSchema } from '../../core/entity/schema/apply.ts';
import { definitionsOf } from '../support/definitions-of.ts';
import { recordWorld, type RecordWorld } from '../support/record-world.ts';
import { declared } from './change-entities.ts';
import { until } from './until.ts';

const script = fileURLToPath(new URL('./change-process.ts', import.meta.url));
const rows = 100_000;

let world: RecordWorld;
let definitions: Definitions;
let records: RecordStore;
let item: string;

beforeAll(async () => {
  world = await recordWorld(declared);
  definitions = definitionsOf(world, declared);
  await definitions.start();
  records = createRecords({ ...world, refresh: () => definitions.refresh() });
  [item] = (await world.create('stock', [{ name: 'Busy', code: '0' }])) as [string];
  await world.sql`insert into data.stock (id, version, created_at, created_by, updated_at, updated_by, name, code)
    select gen_random_uuid(), 1, now(), 'system', now(), 'system', 'Item ' || n, n::text from generate_series(1, ${rows}) n`;
}, 120_000);
afterAll(() => world.close());

interface Change {
  kind: 'operations';
  entity: string;
  operations: DefinitionOperation[];
}
const change = (operation: DefinitionOperation, entity = 'stock'): Change => ({
  kind: 'operations',
  entity,
  operations: [operation],
});

/** Applies it in a process of its own, which is killed at the statement. */
async function kill(asked: Change, statement: string, moment: string): Promise<void> {
  const args = [script, world.url, JSON.stringify(asked), statement, moment];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] });
  const [, signal] = (await once(child, 'exit')) as [number | null, string | null];
  expect({ statement, signal }).toEqual({ statement, signal: 'SIGKILL' });
}

/** What only a change under way has: second columns, triggers, functions, indexes and references that do not count yet. */
const leftovers = (): Promise<{ name: string }[]> => world.sql`
  select a.attname as name from pg_attribute a join pg_class c on c.oid = a.attrelid
    where c.relnamespace = 'data'::regnamespace and c.relkind = 'r' and not a.attisdropped and a.attname like 'next\\_%'
  union all select i.indexrelid::regclass::text from pg_index i join pg_class c on c.oid = i.indrelid
    where c.relnamespace = 'data'::regnamespace and not i.indisvalid
  union all select conname from pg_constraint where connamespace = 'data'::regnamespace and not convalidated
  union all select tgname from pg_trigger t join pg_class c on c.oid = t.tgrelid
    where c.relnamespace = 'data'::regnamespace and not tgisinternal
  union all select proname from pg_proc where pronamespace = 'data'::regnamespace`;

/** Somebody who writes as long as it takes, and loses nothing. */
function keepWriting(): () => Promise<void> {
  const over = new AbortController();
  let written = 0;
  const writing = (async () => {
    for (; !over.signal.aborted; written++) {
      const values = { rank: written };
      const [result] = await records.write({
        actor,
        changes: [{ op: 'update', entity: 'stock', id: item, values }],
      });
      expect(result!.ok).toBe(true);
    }
  })();
  return async () => {
    over.abort();
    await writing;
    expect(await records.read({ actor, entity: 'stock', id: item })).toMatchObject({ rank: written - 1 });
  };
}

const stored = 'into core.entity_definition';
const ended = 'update core.entity_change set state';
const twice = {
  type: 'formula',
  expression: 'rank * 2',
  result: { type: 'integer' },
  isIndexed: true,
} as const;
const count = { type: 'rollup', rollup: { entity: 'stock', by: 'shelf', function: 'count' } } as const;
const list = { type: 'relationMany' };

/** One after the other: each begins with what the one before left. */
const kills: [string, Change, string, 'before' | 'during'][] = [
  [
    'a formula, while its index is built',
    change({ op: 'addField', id: 'x_twice', field: twice }),
    'create index',
    'during',
  ],
  [
    'a roll-up, before it counts',
    change({ op: 'addField', id: 'x_stocks', field: count }, 'shelf'),
    stored,
    'before',
  ],
  [
    'a relation, while its index is built',
    change({ op: 'addField', id: 'x_first', field: { type: 'relation', entity: 'shelf' } }),
    'create index',
    'during',
  ],
  [
    'a relation, before its rows are checked',
    change({ op: 'addField', id: 'x_second', field: { type: 'relation', entity: 'shelf' } }),
    'validate constraint',
    'before',
  ],
  [
    'a relation that becomes a list, while rows are copied',
    change({ op: 'changeField', id: 'shelf', set: list }),
    'with part as',
    'during',
  ],
  [
    'a list that becomes a relation, in the switch',
    change({ op: 'changeField', id: 'shelf', set: { type: 'relation' } }),
    'rename column',
    'before',
  ],
  [
    'a unique rule, while its index is built',
    change({ op: 'setUnique', id: 'once', unique: { fields: ['name', 'code'] } }),
    'create unique index',
    'during',
  ],
  [
    'another type, before its trigger is there',
    change({ op: 'changeField', id: 'code', set: { type: 'integer' } }),
    'create or replace trigger',
    'before',
  ],
  [
    'the type before, when it counts but is not told',
    change({ op: 'changeField', id: 'code', set: { type: 'text' } }),
    ended,
    'before',
  ],
  [
    'a removal, before it counts',
    change({ op: 'removeField', id: 'x_first' }),
    'into core.removed_field',
    'before',
  ],
  [
    'its undo, when it counts but is not told',
    change({ op: 'restoreField', id: 'x_first' }),
    ended,
    'before',
  ],
];

test.each(kills)(
  '%s: the next process finishes it, while others write',
  async (_what, asked, statement, moment) => {
    // given
    const stopWriting = keepWriting();
    // when
    await kill(asked, statement, moment);
    // then the next process that looks brings it to its end
    const row = await until('its end', async () => {
      await definitions.refresh();
      const [last] = await definitions.changes(asked.entity);
      return last!.state !== 'running' && last;
    });
    expect(row).toMatchObject({ state: 'done', problem: null, operations: asked.operations });
    await stopWriting();
    // and table and definition agree, with nothing left behind
    const plans = await planSchema(world.sql, world.catalogue.entities());
    expect(plans.flatMap(({ steps }) => steps.filter(({ sql }) => sql.length > 0))).toEqual([]);
    expect(await leftovers()).toEqual([]);
  },
  120_000,
);

test('no value was lost on the way', async () => {
  const [found] =
    await world.sql`select count(code)::int as codes, count(distinct code)::int as different from data.stock`;
  expect(found).toEqual({ codes: rows + 1, different: rows + 1 });
});
