import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemActor } from '../access/index.ts';
import { wallClock } from '../clock.ts';
import { defineEntity, json, text } from '../entity/index.ts';
import type { Job } from '../job/index.ts';
import { recordWorld, type RecordWorld } from '../../tests/support/record-world.ts';
import {
  createSegments,
  refreshSegments,
  segmentChangeSubscriber,
  segmentDefinitionSubscriber,
  segmentJobs,
  type Segments,
} from './index.ts';

const person = defineEntity({ id: 'person', title: 'name', fields: { name: text(), city: text() } });
const group = defineEntity({
  id: 'group',
  title: 'name',
  members: { of: 'person', condition: 'condition', key: 'key', entered: 'test.entered', left: 'test.left' },
  fields: { name: text(), key: text(), condition: json() },
});
const now = Date.parse('2026-11-22T10:00:00Z');

let world: RecordWorld;
let segments: Segments;

beforeAll(async () => {
  world = await recordWorld([person, group]);
  const parts = { ...world, hasEntity: () => true, now: () => now, wakeSoon: () => {} };
  world.events.subscribe(segmentDefinitionSubscriber(parts));
  world.events.subscribe(segmentChangeSubscriber(parts));
  segments = createSegments({ ...world, clock: { ...wallClock, now: () => now }, wake: () => {} });
});
afterAll(() => world.close());

/** Runs the jobs of segments as a worker does, until none is left; answers what flows were told. */
async function settle(): Promise<string[]> {
  const handler = segmentJobs({ ...world, now: () => now, wake: () => {} });
  for (;;) {
    const jobs = await world.sql<Job[]>`
      update core.job set leased_by = 7, lease_until = now() + interval '1 minute'
      where kind like 'segment.%' and leased_by is null returning id, kind, lane, payload, attempts`;
    if (jobs.length === 0) break;
    await handler.run(jobs, { worker: 7, signal: new AbortController().signal });
  }
  const told = await world.sql<{ payload: { all: { name: string }[] } }[]>`
    delete from core.job where kind = 'flow.happening' returning payload`;
  return told.flatMap(({ payload }) => payload.all.map(({ name }) => name));
}

async function define(key: string, condition: unknown): Promise<string> {
  const [id = ''] = await world.create('group', [{ name: key, key, condition }]);
  await settle();
  return id;
}

const names = async (id: string): Promise<string[]> =>
  (await segments.members(systemActor, id, { limit: 100 })).items.map(({ title }) => title ?? '');

test('a segment that reads what is gone is marked, the others go on, and it comes back with what it reads', async () => {
  // given two that read the same field, one of which reads a field too that is gone
  const well = await define('in-evora', { where: { city: 'Evora' } });
  const broken = await define('in-evora-by-shoe', { where: { city: 'Evora' } });
  const condition = async (value: object): Promise<unknown> =>
    world.sql`update core.segment set condition = ${JSON.stringify(value)}::text::json where id = ${broken}`;
  const stateOf = async () => {
    const { state, problem } = await segments.read(systemActor, broken);
    return [state, problem];
  };
  await condition({ where: { city: 'Evora', shoe: 40 } });
  // when somebody comes
  await world.create('person', [{ name: 'Gil', city: 'Evora' }]);
  const told = await settle();
  // then the one that can be read has them
  expect([await names(well), await names(broken)]).toEqual([['Gil'], []]);
  const entered = told.filter((name) => name.includes('evora'));
  expect(entered).toEqual(['test.entered.in-evora']);
  expect(await stateOf()).toEqual(['failed', 'field-unknown']);
  // when the hourly look finds it readable again
  const parts = { ...world, now: () => now };
  await refreshSegments(parts);
  await settle();
  expect(await stateOf()).toEqual(['failed', 'field-unknown']);
  await condition({ where: { city: 'Evora' } });
  await refreshSegments(parts);
  await settle();
  expect([await names(broken), await stateOf()]).toEqual([['Gil'], ['ready', null]]);
});
