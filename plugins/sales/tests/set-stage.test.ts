import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemActor } from '../../../core/access/index.ts';
import { noPlugin } from '../../../tests/support/no-plugin.ts';
import { recordWorld, type RecordWorld } from '../../../tests/support/record-world.ts';
import { customers } from '../../customers/plugin.ts';
import { sales } from '../plugin.ts';
import { setStage } from '../tasks/set-stage.ts';

let world: RecordWorld;

beforeAll(async () => {
  world = await recordWorld([...customers.entities, ...sales.entities], [...customers.roles, ...sales.roles]);
});
afterAll(() => world.close());

const run = (inputs: readonly Record<string, unknown>[]) =>
  setStage.run(
    inputs.map((input) => ({
      input,
      instance: randomUUID(),
      flow: 'f',
      element: 'set',
      subject: null,
      idempotencyKey: randomUUID(),
      now: Date.now(),
    })),
    {
      records: world.records.service(systemActor),
      signal: new AbortController().signal,
      log: () => {},
      plugin: noPlugin,
    },
  );

test('a batch moves every opportunity and says where it was', async () => {
  // given two opportunities
  const [one = '', two = ''] = await world.create('opportunity', [
    { name: 'One', stage: 'engaging' },
    { name: 'Two', stage: 'prospecting', nextStep: 'Call' },
  ]);
  // when a batch closes both, and one that was never there
  const results = await run([
    { opportunity: one, stage: 'won', closeDate: '2026-11-21', nextStep: 'Plan the introduction' },
    { opportunity: randomUUID(), stage: 'won' },
    { opportunity: two, stage: 'lost' },
  ]);
  // then each has its answer, in order
  expect(results).toMatchObject([
    { ok: true, value: { previous: 'engaging' } },
    { ok: false, code: 'opportunity-missing' },
    { ok: true, value: { previous: 'prospecting' } },
  ]);
  const read = (id: string) => world.records.read({ actor: systemActor, entity: 'opportunity', id });
  expect(await read(one)).toMatchObject({
    stage: 'won',
    closeDate: '2026-11-21',
    nextStep: 'Plan the introduction',
  });
  // and what was not given stays
  expect(await read(two)).toMatchObject({ stage: 'lost', nextStep: 'Call', closeDate: null });
});

test('its input is checked', () => {
  expect(setStage.input.safeParse({ opportunity: 'x', stage: 'won' }).success).toBe(false);
  expect(setStage.input.safeParse({ opportunity: randomUUID(), stage: 'sold' }).success).toBe(false);
});
