/** Four bands, their shows and a fan who owns one, and the ways of writing them: for tests of relations to many. */
import { systemActor as system, type Actor } from '../../core/access/index.ts';
import { band, city, fan, show } from './band-entities.ts';
import { recordWorld, type RecordWorld } from './record-world.ts';

export interface BandWorld {
  world: RecordWorld;
  ann: Actor;
  bands: Record<'abba' | 'blur' | 'cure' | 'doors', string>;
  make(entity: string, values: Record<string, unknown>): Promise<string>;
  write(id: string, values: Record<string, unknown>, how?: Written): ReturnType<typeof writeOne>;
  undo(of: string, actor?: Actor): ReturnType<RecordWorld['records']['undo']>;
  remove(entity: string, id: string, request?: string): ReturnType<typeof writeOne>;
  /** Names of the shows that a filter finds, in order. */
  shows(filter: Record<string, unknown>, actor?: Actor): Promise<unknown[]>;
}

interface Written {
  actor?: Actor;
  entity?: string;
  request?: string;
  version?: number;
}

export async function bandWorld(): Promise<BandWorld> {
  const world = await recordWorld([band, show, city], [fan]);
  const ann = await world.person('Ann', ['fan']);
  const [abba, blur, cure, doors] = await world.create('band', [
    { name: 'Abba', genre: 'pop', owner: ann.id },
    { name: 'Blur', genre: 'rock', owner: ann.id },
    { name: 'Cure', genre: 'rock' },
    { name: 'Doors', genre: 'rock' },
  ]);
  let last = 0;
  return {
    world,
    ann,
    bands: { abba: abba!, blur: blur!, cure: cure!, doors: doors! },
    make: async (entity, values) => (await world.create(entity, [values]))[0]!,
    write: (id, values, { actor = system, entity = 'show', request = `write-${++last}`, version } = {}) =>
      writeOne(world, actor, request, {
        op: 'update',
        entity,
        id,
        values,
        ...(version !== undefined && { version }),
      }),
    undo: (of, actor = system) => world.records.undo({ actor, of, cause: { request: `undo-${++last}` } }),
    remove: (entity, id, request = `delete-${++last}`) =>
      writeOne(world, system, request, { op: 'delete', entity, id }),
    shows: async (filter, actor = system) =>
      (await world.records.list({ actor, entity: 'show', filter, sort: ['name'] })).items.map(
        ({ name }) => name,
      ),
  };
}

type Change = Parameters<RecordWorld['records']['write']>[0]['changes'][number];

const writeOne = async (world: RecordWorld, actor: Actor, request: string, change: Change) =>
  (await world.records.write({ actor, changes: [change], cause: { request } }))[0]!;

/** Titles of a list of references. */
export const namesOf = (list: unknown): string[] | null =>
  (list as { title: string }[] | null)?.map(({ title }) => title) ?? null;
