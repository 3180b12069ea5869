import { existsSync } from 'node:fs';
import { chmod, mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connect, type Sql } from '../../core/db/connect.ts';
import { databaseUrl } from '../../core/db/embedded.ts';
import { startRelata, type RelataProcess } from '../support/relata-process.ts';
import { scriptAndPerson } from './flow-files.ts';
import { isConfirmed } from './click.ts';
import { until } from './until.ts';

const many = 2_000;
/** Work items that people complete; the other instances stay where they wait. */
const enough = 600;
const adopted = 'The database was still running from a start that broke off; going on with it.';

let folder: string;
let relata: RelataProcess;
let sql: Sql;

const start = (): Promise<RelataProcess> =>
  startRelata({ RELATA_DATA_DIR: folder, RELATA_DEMO: '0' }, { hasOwnGroup: true });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'relata-killed-'));
  await chmod(folder, 0o755);
  relata = await start();
  sql = connect(databaseUrl(await portOf()), { max: 2 });
  await relata.call('POST', '/api/flows', { xml: scriptAndPerson });
}, 180_000);
afterAll(async () => {
  await sql?.end({ timeout: 5 });
  await relata?.stop();
  await rm(folder, { recursive: true, force: true });
}, 90_000);

/** The fourth line of PostgreSQL's own note says where it listens. */
const portOf = async (): Promise<number> =>
  Number((await readFile(join(folder, 'postgres/postmaster.pid'), 'utf8')).split('\n')[3]);

const startMany = (from: number, count: number): Promise<{ ids: string[] }> =>
  relata.call('POST', '/api/flows/person/instances', {
    items: Array.from({ length: count }, (_, n) => ({ variables: { n: from + n } })),
  });

const count = async (table: 'instance' | 'finished' | 'work_item'): Promise<number> =>
  (await sql<{ n: number }[]>`select count(*)::int as n from flow.${sql(table)}`)[0]!.n;

/** Works through the inbox, eight at a time, until enough is done, or the server is gone; adds what was confirmed. */
async function work(confirmed: Set<string>): Promise<void> {
  while (confirmed.size < enough) {
    const { items } = await relata.call<{ items: { id: string }[] }>('GET', '/api/work-items?limit=200');
    const person = async (): Promise<void> => {
      for (let item = items.pop(); item && confirmed.size < enough; item = items.pop()) {
        const click = relata.call('POST', `/api/work-items/${item.id}/complete`, {
          variables: { done: item.id },
        });
        if (await isConfirmed(click)) confirmed.add(item.id);
      }
    };
    await Promise.all(Array.from({ length: 8 }, person));
  }
}

test('killed while thousands start and people work, it goes on where it was, and nothing runs twice', async () => {
  const confirmed = new Set<string>();
  const known = new Set<string>();
  const begin = async (ids: Promise<{ ids: string[] }>): Promise<void> => {
    for (const id of (await ids).ids) known.add(id);
  };
  // given a kill in the middle of the starts
  await begin(startMany(0, many / 2));
  await until('the first instances', async () => (await count('instance')) > 0);
  await relata.kill();
  relata = await start();
  expect(relata.output()).toContain(adopted);
  // and one while work items are completed and more starts run
  await begin(startMany(many / 2, many / 2));
  const working = work(confirmed).catch((error: unknown) => error);
  await until('some work', () => Promise.resolve(confirmed.size > enough / 3));
  await relata.kill();
  // What broke the work off is that nobody answers any more.
  expect(await working).toBeInstanceOf(Error);
  const before = confirmed.size;
  // when
  relata = await start();
  expect(relata.output()).toContain(adopted);
  // then what was confirmed stays done
  const done =
    await sql`select id from flow.work_item where id = any(${[...confirmed]}) and state = 'completed'`;
  expect(done).toHaveLength(before);
  // and all the rest goes on
  await work(confirmed);
  await until('all instances begun', async () => (await count('work_item')) >= many);
  await until('nothing left to do', async () => {
    const [left] =
      await sql`select 1 from core.job where kind like 'flow.%' and kind not in ('flow.retention', 'flow.timer-start') limit 1`;
    return left === undefined;
  });
  await expectOnce(known, confirmed);
}, 400_000);

async function expectOnce(known: ReadonlySet<string>, confirmed: ReadonlySet<string>): Promise<void> {
  const all = await sql<
    { id: string }[]
  >`select id from flow.instance union all select id from flow.finished`;
  expect(all).toHaveLength(many);
  expect(new Set(all.map((row) => row.id))).toEqual(known);
  expect(await count('work_item')).toBe(many);
  // What was done in the moment of the kill may be done without anybody having been told.
  const ended = await count('finished');
  expect(ended).toBeGreaterThanOrEqual(confirmed.size);
  const [made] = await sql`
    select count(*)::int as records, count(distinct name)::int as names,
      (select count(*)::int from core.event where type = 'account.created') as events,
      (select count(*)::int from flow.work_item where state = 'completed') as work from data.account`;
  expect(made).toEqual({ records: ended, names: ended, events: ended, work: ended });
  // In packed history the second value is what happened: 0 entered, 1 completed.
  const elements = await sql`
    select e->>0 as element, (e->>1)::int as event, count(*)::int as times, count(distinct instance_id)::int as instances
    from flow.history, json_array_elements(entries) e where (e->>1)::int in (0, 1) group by 1, 2 order by 1, 2`;
  const once = (element: string, event: number, times: number) => ({
    element,
    event,
    times,
    instances: times,
  });
  expect(elements.filter((row) => row['element'] !== 'person')).toEqual([
    ...[once('ask', 0, many), once('ask', 1, ended)],
    ...[once('double', 0, many), once('double', 1, many)],
    ...['e', 'make'].flatMap((element) => [once(element, 0, ended), once(element, 1, ended)]),
    ...[once('s', 0, many), once('s', 1, many)],
  ]);
  expect(
    await sql`select kind from core.job where kind like 'flow.%' and kind not in ('flow.retention', 'flow.timer-start')`,
  ).toEqual([]);
  expect(await sql`select code from flow.incident`).toEqual([]);
}

test('Ctrl-C ends all of it in order: no error, no process left, nothing to adopt', async () => {
  // given work at hand
  const { ids } = await startMany(many, 500);
  await sql.end({ timeout: 5 });
  if (existsSync('/proc/self')) expect(await commandsWith(folder)).not.toEqual([]);
  // when
  const code = await relata.interrupt();
  // then
  expect({ code, output: relata.output() }).toEqual({
    code: 0,
    output: expect.not.stringMatching(/error|"level":[456]0/i),
  });
  expect(relata.output()).toContain('Stopping');
  expect(await commandsWith(folder)).toEqual([]);
  expect(await readdir(join(folder, 'postgres'))).not.toContain('postmaster.pid');
  // and the next start finds all of it
  relata = await start();
  expect(relata.output()).not.toContain(adopted);
  sql = connect(databaseUrl(await portOf()), { max: 2 });
  const begun = () => sql`select id from flow.instance where id = any(${ids})`;
  await until('the starts go on', async () => (await begun()).length === ids.length);
}, 120_000);

/** Command lines of running processes that name a folder, as Linux tells them. */
async function commandsWith(text: string): Promise<string[]> {
  const processes = (await readdir('/proc').catch(() => [])).filter((name) => /^\d+$/.test(name));
  const commands = await Promise.all(
    processes.map((pid) => readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')),
  );
  return commands.filter((command) => command.includes(text));
}
