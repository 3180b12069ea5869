import { expect, test } from 'vitest';
import { Driver } from '../step/testing/driver.ts';
import { loadFlow } from '../step/testing/load-flow.ts';

import { nextTimerStart } from '../step/index.ts';

test('a timer start names its times to whoever keeps the jobs', async () => {
  // given a start R3/PT1H, deployed now
  const graph = await loadFlow('timer-start');
  const [start] = graph.starts;
  if (start?.kind !== 'timer') throw new Error('a timer start');
  const at = { now: Date.parse('2026-03-02T09:00:00Z'), timeZone: 'UTC' };
  // when the times are asked for one after the other
  const first = nextTimerStart(start.timer, at)!;
  const second = nextTimerStart(start.timer, { ...at, cycle: first.cycle })!;
  const third = nextTimerStart(start.timer, { ...at, cycle: second.cycle })!;
  // then there are three, an hour apart
  expect([first, second, third].map((each) => (each.due - at.now) / 3_600_000)).toEqual([1, 2, 3]);
  expect(nextTimerStart(start.timer, { ...at, cycle: third.cycle })).toBeNull();
  expect(new Driver(graph).start({}, { event: 's' }).summary.state).toBe('completed');
});

test('a message start names message and key', async () => {
  const graph = await loadFlow('message-start');
  expect(graph.starts).toEqual([{ event: 's', kind: 'message', name: 'ordered', correlationKey: 'order' }]);
});

test('a record start names entity and condition, makes the entity the subject, and shows the record before', async () => {
  // given a flow for records that become engaging
  const graph = await loadFlow('record-start');
  expect(graph.subject).toBe('opportunity');
  expect(graph.starts).toEqual([
    {
      event: 's',
      kind: 'conditional',
      condition: '$record.stage = "engaging"',
      record: { entity: 'opportunity', on: ['created', 'updated'] },
    },
  ]);
  // when it starts for one
  const subject = { entity: 'opportunity', id: 'o1' };
  const flow = new Driver(graph).start({}, { event: 's', subject, before: { stage: 'prospecting' } });
  // then the flow can look at what it was
  expect(flow.summary).toMatchObject({ state: 'completed', variables: { was: 'prospecting' }, subject });
});

test('a signal start names its signal', async () => {
  const graph = await loadFlow('signal-start');
  expect(graph.starts).toEqual([{ event: 's', kind: 'signal', name: 'storm' }]);
  expect(new Driver(graph).start({}, { event: 's' }).summary.state).toBe('completed');
});
