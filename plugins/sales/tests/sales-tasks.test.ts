import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemActor } from '../../../core/access/index.ts';
import type { TaskType } from '../../../core/index.ts';
import { noPlugin } from '../../../tests/support/no-plugin.ts';
import { recordWorld, type RecordWorld } from '../../../tests/support/record-world.ts';
import { customers } from '../../customers/plugin.ts';
import { sales } from '../plugin.ts';
import { openDeal } from '../tasks/open-deal.ts';
import { scoreLead } from '../tasks/score-lead.ts';
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

/** As a flow does: all in one transaction, as the system. */
const runAbout = (
  task: TaskType,
  asked: readonly { entity: string; id: string; input: unknown; now?: number }[],
) =>
  world.sql.begin((tx) =>
    task.run(
      asked.map(({ entity, id, input, now = Date.now() }) => ({
        input: task.input.parse(input),
        ...{ instance: randomUUID(), flow: 'f', element: 'e', idempotencyKey: randomUUID(), now },
        subject: { entity, id },
      })),
      {
        ...{ records: world.records.service(systemActor, tx), tx, plugin: noPlugin, log: () => {} },
        signal: new AbortController().signal,
      },
    ),
  );
const signal = (id: string, points: number, daysAgo = 0) => ({
  ...{ entity: 'contact', id, input: { what: 'Clicked', points } },
  now: Date.now() - daysAgo * 86_400_000,
});
const readOne = (entity: string, id: string) => world.records.read({ actor: systemActor, entity, id });

test('signs of interest make one lead per person, whose score forgets what is older than ninety days', async () => {
  const [ann = '', bob = ''] = await world.create('contact', [
    { name: 'Ann', email: 'ann@newton.example' },
    { name: 'Bob', email: 'bob@gmail.com' },
  ]);
  // when two sign up at once, one of them twice, and one has done something long ago
  await runAbout(scoreLead, [signal(bob, 40, 100)]);
  const results = await runAbout(scoreLead, [signal(ann, 20), signal(bob, 10), signal(ann, 30)]);
  // then each has one lead with the sum of what is recent
  expect(results).toMatchObject([
    { ok: true, value: { score: 50 } },
    { ok: true, value: { score: 10 } },
    { ok: true, value: { score: 50 } },
  ]);
  // and what is no contact, or is gone, is told
  expect(
    await runAbout(scoreLead, [{ ...signal(ann, 1), entity: 'account' }, signal(randomUUID(), 1)]),
  ).toMatchObject([{ code: 'subject-missing' }, { code: 'contact-missing' }]);
});

test('a lead becomes a deal with the company of the address, and a colleague joins that deal', async () => {
  const [ann = '', eve = '', bob = ''] = await world.create('contact', [
    { name: 'Ann Roth', email: 'ann@pier.example' },
    { name: 'Eve Sand', email: 'eve@pier.example' },
    { name: 'Bob Reed', email: 'bob@gmail.com' },
  ]);
  const leads = (
    await runAbout(
      scoreLead,
      [ann, eve, bob].map((id) => signal(id, 60)),
    )
  ).map(
    // The cast: the task answers so.
    (one) => (one as { value: { lead: string } }).value.lead,
  );
  const opened = await runAbout(
    openDeal,
    leads.map((id) => ({ entity: 'lead', id, input: { lead: id } })),
  );
  expect(opened).toMatchObject([
    { value: { isNew: true } },
    { value: { isNew: false } },
    { value: { isNew: true } },
  ]);
  const deals = opened.map((one) => (one as { value: { opportunity: string } }).value.opportunity);
  expect(deals[1]).toBe(deals[0]);
  expect(await readOne('opportunity', deals[0]!)).toMatchObject({ account: { title: 'pier.example' } });
  expect(await readOne('opportunity', deals[2]!)).toMatchObject({ account: { title: 'Bob Reed' } });
  expect(await readOne('lead', leads[1]!)).toMatchObject({ state: 'known', opportunity: { id: deals[0] } });
  // once that deal is over, new interest is a new lead
  await run([{ opportunity: deals[0], stage: 'lost' }]);
  const [again] = await runAbout(scoreLead, [signal(ann, 20)]);
  expect(again).toMatchObject({ value: { score: 20 } });
  expect(leads).not.toContain((again as { value: { lead: string } }).value.lead);
});
