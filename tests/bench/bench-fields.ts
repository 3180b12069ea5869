import type { Figure } from './figure.ts';
import { percentile } from './percentile.ts';
import type { World } from './world.ts';

interface Given {
  rows: number;
}

interface Waits {
  read: number[];
  write: number[];
}

const entity = 'machine';
/** What a person who works meanwhile takes for a hiccup instead of a failure. */
const bearable = 1_000;
const label = (en: string) => ({ label: { en } });
const options = ['green', 'amber', 'red'].map((value) => ({ value, ...label(value) }));

/** One after the other, each as a person would do it in the browser. */
const changes: readonly [what: string, operation: Record<string, unknown>][] = [
  ['a text field', { op: 'addField', id: 'site', field: { type: 'text', ...label('Site') } }],
  [
    'a choice with a default in every row',
    { op: 'addField', id: 'state', field: { type: 'select', options, default: 'green', ...label('State') } },
  ],
  ['a relation', { op: 'addField', id: 'partOf', field: { type: 'relation', entity, ...label('Part of') } }],
  [
    'a formula',
    {
      op: 'addField',
      id: 'double',
      field: { type: 'formula', expression: 'rank * 2', result: { type: 'integer' }, ...label('Double') },
    },
  ],
  ['an index', { op: 'setEntity', set: { indexes: [['rank', 'name']] } }],
  ['a unique number', { op: 'changeField', id: 'code', set: { unique: true } }],
];

/** A large table while it is changed: how long each change takes, and how long anybody else waits meanwhile. */
export async function benchFields(world: World, { rows }: Given): Promise<Figure[]> {
  const record = await fill(world, rows);
  const figures: Figure[] = [];
  for (const [what, operation] of changes) {
    const began = performance.now();
    const waits = await whileOthersWork(world, record, () => change(world, operation));
    const seconds = (performance.now() - began) / 1_000;
    const slow = percentile([...waits.read, ...waits.write], 99);
    figures.push(
      { what: `${what} more, in a table of ${rows} rows`, value: seconds, unit: 's' },
      {
        what: `99 of 100 of ${waits.read.length} readings and ${waits.write.length} writings meanwhile within`,
        value: slow,
        unit: 'ms',
        against: `under ${bearable}`,
        isMet: slow < bearable,
      },
    );
  }
  return figures;
}

/** Answers a record that others keep changing. */
async function fill({ relata, sql }: World, rows: number): Promise<string> {
  const name = { type: 'text', required: true, max: 200, ...label('Name') };
  const code = { type: 'text', max: 40, ...label('Code') };
  const rank = { type: 'integer', ...label('Rank') };
  await relata.call('POST', '/api/entities', {
    ...{ id: entity, title: 'name', owner: true, fields: { name, code, rank } },
    label: { one: { en: 'Machine' }, many: { en: 'Machines' } },
  });
  const made = await relata.call<{ id: string }>('POST', `/api/records/${entity}`, {
    name: 'Machine 0',
    code: 'c0',
    rank: 0,
  });
  const columns = await sql<{ name: string }[]>`
    select column_name as name from information_schema.columns
    where table_schema = 'data' and table_name = ${entity} and is_generated = 'NEVER'`;
  const own: Record<string, string> = {
    id: 'gen_random_uuid()',
    name: `'Machine ' || n`,
    code: `'c' || n`,
    rank: 'n % 1000',
  };
  const list = columns.map((column) => `"${column.name}"`).join(', ');
  const values = columns.map((column) => own[column.name] ?? `t."${column.name}"`).join(', ');
  await sql.unsafe(
    `insert into data.${entity} (${list}) select ${values} from data.${entity} t, generate_series(1, ${rows - 1}) n`,
  );
  await sql.unsafe(`vacuum analyze data.${entity}`);
  return made.id;
}

async function change({ relata }: World, operation: Record<string, unknown>): Promise<void> {
  let state = await relata.call<{ id: string; state: string; problem?: unknown }>(
    'POST',
    `/api/entities/${entity}/changes`,
    { operations: [operation], isConfirmed: true },
  );
  while (state.state !== 'done') {
    if (state.state === 'failed') throw new Error(JSON.stringify(state));
    await new Promise((resolve) => setTimeout(resolve, 200));
    state = await relata.call('GET', `/api/entity-changes/${state.id}`);
  }
}

/** One person reads a list, another changes a record, again and again until it is done. */
async function whileOthersWork(world: World, record: string, run: () => Promise<void>): Promise<Waits> {
  const waits: Waits = { read: [], write: [] };
  const stop = new AbortController();
  const again = async (into: number[], act: () => Promise<unknown>): Promise<void> => {
    while (!stop.signal.aborted) {
      const began = performance.now();
      await act();
      into.push(performance.now() - began);
    }
  };
  const list = `/api/records/${entity}?limit=50`;
  const others = [
    again(waits.read, () => world.relata.call('GET', list)),
    again(waits.write, async () => {
      await world.relata.call('PATCH', `/api/records/${entity}/${record}`, { rank: waits.write.length });
    }),
  ];
  try {
    await run();
  } finally {
    stop.abort();
    await Promise.all(others);
  }
  return waits;
}
