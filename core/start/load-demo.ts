/** The demo company of a first start: what each plugin's `demo` makes, once, with the same numbers everywhere. */
import { systemActor, type Actor } from '../access/actor.ts';
import { insertPast } from '../channel/index.ts';
import type { Sql } from '../db/connect.ts';
import type { Change, RecordStore } from '../entity/index.ts';
import { ensureTeam, savePerson, writeSettings } from '../identity/index.ts';
import type { DemoServices, DemoUser } from '../plugin.ts';
import type { Services } from '../services.ts';

/** Rows written by one call; the store checks and writes them together. */
const batchSize = 500;

type DemoParts = Pick<Services, 'sql' | 'registry' | 'auth' | 'identity' | 'clock' | 'segments'> & {
  /** A record store on a clock of its own, so that the sample data has a past. */
  recordsAt: (now: () => number) => RecordStore;
};

/** The sign-in of the demo company's administrator. */
export const demoAdministrator = {
  name: 'Robin Admin',
  email: 'admin@relata.example',
  password: 'relata-demo',
};

/** Answers whether it did anything: false when a company, demo or real, is already there. */
export async function loadDemo(parts: DemoParts): Promise<boolean> {
  const { sql } = parts;
  const [people] = await sql`select 1 from core."user" limit 1`;
  if (people) return false;
  await writeSettings(sql, { name: 'Merano Devices', timeZone: 'UTC', currency: 'USD' });
  await savePerson(sql, {
    change: { ...demoAdministrator, roles: ['administrator'] },
    hashPassword: parts.auth.hashPassword,
  });
  const services = demoServices(parts, { actor: systemActor, at: parts.clock.now(), isQuiet: true });
  for (const plugin of parts.registry.plugins) await plugin.demo?.(services);
  parts.identity.forget();
  return true;
}

interface Standpoint {
  actor: Actor;
  /** Milliseconds since 1970. */
  at: number;
  /** Sample data is not news: no flow starts from it unless asked. */
  isQuiet: boolean;
}

const random = seeded(20_261);

function demoServices(parts: DemoParts, standpoint: Standpoint): DemoServices {
  const records = parts.recordsAt(() => standpoint.at);
  const reading = records.service(standpoint.actor);
  const write = (changes: Change[]): Promise<string[]> => writeAll(records, changes, standpoint);
  return {
    create: (entity, values) => write(values.map((each) => ({ op: 'create', entity, values: each }))),
    update: async (entity, changes) => {
      await write(changes.map((change) => ({ op: 'update', entity, ...change })));
    },
    find: reading.find,
    page: reading.page,
    aggregate: reading.aggregate,
    putOnList: async (segment, ids) => {
      await parts.segments.change({ segment, add: ids, actor: standpoint.actor.id });
    },
    sent: (messages) => insertPast(parts.sql, messages),
    users: (people) => createUsers(parts, people),
    as: ({ user, at, startsFlows }) =>
      demoServices(parts, {
        actor: user ? { ...systemActor, id: user, userId: user } : standpoint.actor,
        at: at ?? standpoint.at,
        isQuiet: startsFlows === undefined ? standpoint.isQuiet : !startsFlows,
      }),
    random,
    now: standpoint.at,
  };
}

async function writeAll(
  records: RecordStore,
  changes: Change[],
  { actor, isQuiet }: Standpoint,
): Promise<string[]> {
  const ids: string[] = [];
  for (let from = 0; from < changes.length; from += batchSize) {
    const batch = changes.slice(from, from + batchSize);
    for (const result of await records.write({ actor, changes: batch, isQuiet })) {
      if (!result.ok) throw result.problem;
      ids.push(result.id);
    }
  }
  return ids;
}

async function createUsers(
  { sql, auth }: DemoParts,
  people: readonly DemoUser[],
): Promise<Record<string, string>> {
  const ids: Record<string, string> = {};
  const hash = memo(auth.hashPassword);
  for (const person of people) {
    const team = person.team ? await teamAt(sql, person.team) : null;
    const { name, email, password, roles } = person;
    const id = await savePerson(sql, {
      change: { name, email, password, roles: [...roles], team },
      hashPassword: hash,
    });
    if (person.managesTeam)
      await ensureTeam(sql, { ...(await placeOf(sql, person.managesTeam)), manager: id });
    ids[name] = id;
  }
  return ids;
}

/** `Europe/North` is the team North under Europe; each is made when absent. */
async function teamAt(sql: Sql, path: string): Promise<string> {
  return ensureTeam(sql, await placeOf(sql, path));
}

async function placeOf(sql: Sql, path: string): Promise<{ name: string; parent: string | null }> {
  const names = path.split('/');
  let parent: string | null = null;
  for (const name of names.slice(0, -1)) parent = await ensureTeam(sql, { name, parent });
  return { name: names.at(-1)!, parent };
}

/** Hashing is slow on purpose; the demo's people share one password. */
function memo(hash: (password: string) => Promise<string>): (password: string) => Promise<string> {
  const known = new Map<string, Promise<string>>();
  return (password) => {
    const found = known.get(password) ?? hash(password);
    known.set(password, found);
    return found;
  };
}

/** Mulberry32 (Tommy Ettinger, public domain algorithm): small, even enough for sample data. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
