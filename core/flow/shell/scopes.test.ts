import { afterAll, beforeAll, expect, test } from 'vitest';
import { flowWorld, process, script, sequence, type FlowWorld } from '../../../tests/support/flow-world.ts';
import { writeSettings } from '../../identity/index.ts';

let world: FlowWorld;

const undone = (activity: string, handler: string): string =>
  `<bpmn:boundaryEvent id="c_${activity}" attachedToRef="${activity}"><bpmn:compensateEventDefinition/></bpmn:boundaryEvent>
  <bpmn:association id="a_${activity}" sourceRef="c_${activity}" targetRef="${handler}"/>`;

beforeAll(async () => {
  world = await flowWorld();
  await world.deploy(
    process(
      'listening',
      `<bpmn:startEvent id="s"/><bpmn:userTask id="u"/>${sequence('s', 'u')}
      <bpmn:subProcess id="noted" triggeredByEvent="true"><bpmn:startEvent id="m" isInterrupting="false">
        <bpmn:messageEventDefinition messageRef="news" relata:correlationKey="order"/></bpmn:startEvent>${script('t', 'total + extra', 'total')}${sequence('m', 't')}</bpmn:subProcess>
      <bpmn:subProcess id="late" triggeredByEvent="true"><bpmn:startEvent id="d">
        <bpmn:timerEventDefinition><bpmn:timeDuration>PT1H</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:startEvent><bpmn:userTask id="remind"/>${sequence('d', 'remind')}</bpmn:subProcess>`,
      { extra: '<bpmn:message id="news" name="news"/>' },
    ),
  );
  await world.deploy(
    process(
      'booking',
      `<bpmn:startEvent id="s"/><bpmn:transaction id="tx"><bpmn:startEvent id="s2"/>${script('book', '7', 'place')}
      <bpmn:userTask id="decide"/><bpmn:endEvent id="no"><bpmn:cancelEventDefinition/></bpmn:endEvent>${sequence('s2', 'book', 'decide', 'no')}
      <bpmn:userTask id="unbook" isForCompensation="true"/>${undone('book', 'unbook')}</bpmn:transaction>
      <bpmn:boundaryEvent id="b" attachedToRef="tx"><bpmn:cancelEventDefinition/></bpmn:boundaryEvent>
      <bpmn:endEvent id="e"/><bpmn:endEvent id="e2"/>${sequence('s', 'tx', 'e')}${sequence('b', 'e2')}`,
    ),
  );
});
afterAll(() => world.close());

const completeOnly = async (id: string): Promise<void> => {
  const [item] = await world.items(id);
  await world.flows.complete({ actor: world.admin, id: item!.id, variables: {} });
};

const publish = (correlationKey: string): Promise<unknown> =>
  world.flows.publish({
    actor: world.admin,
    name: 'news',
    correlationKey,
    variables: { extra: 2 },
    keepFor: 60_000,
  });

/** On a machine that starves, a start is answered before it has come to its first wait. */
const timerOf = async (id: string): Promise<{ dueAt: Date } | undefined> => {
  const [job] = await world.sql<{ dueAt: Date }[]>`
    select due_at as "dueAt" from core.job where kind = 'flow.timer' and target = ${id}`;
  return job;
};

test('a message reaches an event sub-process each time; the instance ends though it still waits', async () => {
  // given
  const id = await world.start('listening', { order: 'A', total: 1 });
  // when
  await publish('A');
  await publish('A');
  // then
  await expect.poll(async () => (await world.instance(id)).variables).toMatchObject({ total: 5 });
  await completeOnly(id);
  await world.reach(id, 'completed');
  const left = await world.sql`select 1 from flow.subscription where instance_id = ${id}`;
  expect(left).toHaveLength(0);
});

test('a timer of an event sub-process interrupts what runs', async () => {
  const id = await world.start('listening', { order: 'B', total: 1 });
  await expect.poll(() => timerOf(id)).toBeDefined();
  await world.advance(3_600_000);
  expect((await world.items(id)).map((item) => item.element)).toEqual(['remind']);
});

test('a cancelled transaction waits for people who undo', async () => {
  // given
  const id = await world.start('booking');
  // when
  await completeOnly(id);
  // then
  expect((await world.items(id)).map((item) => item.element)).toEqual(['unbook']);
  await completeOnly(id);
  await world.reach(id, 'completed');
  const events = (await world.history(id)).filter((entry) => entry.element === 'tx');
  expect(events.map((entry) => entry.event)).toEqual(['entered', 'cancelled']);
});

test('business time and working days are counted in the calendar that the record names', async () => {
  // given a team that works on Saturdays from eight to ten, and a deal that names it
  const hours = [[], [], [], [], [], [['08:00', '10:00']], []] as const;
  const calendars = [{ id: 'saturdays', name: 'Saturday team', timeZone: 'UTC', hours, holidays: [] }];
  await writeSettings(world.sql, { calendars });
  const waiting = (calendar: string): string =>
    process(
      'saturdays',
      `<bpmn:startEvent id="s"/>${script('n', "$businessDays('2026-03-01', '2026-03-31', 'Saturday team')", 'days')}
      <bpmn:intermediateCatchEvent id="c"><bpmn:timerEventDefinition relata:calendar="${calendar}">
      <bpmn:timeDuration>business: PT1H</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>
      <bpmn:endEvent id="e"/>${sequence('s', 'n', 'c', 'e')}`,
      { attributes: 'relata:subject="deal"' },
    );
  await expect(world.deploy(waiting('sundays'))).rejects.toMatchObject({ code: 'flow-refused' });
  await world.deploy(waiting('$subject.name'));
  const deals = world.records.service(world.admin);
  const [made] = await deals.create('deal', [{ name: 'saturdays' }]);
  if (!made?.ok) throw new Error('no deal');
  // when a flow about it waits for an hour of work
  const id = await world.start('saturdays', {}, { subject: { entity: 'deal', id: made.record.id } });
  await expect.poll(() => timerOf(id)).toBeDefined();
  const job = await timerOf(id);
  // then it waits until nine o'clock on a Saturday
  expect([job!.dueAt.getUTCDay(), job!.dueAt.getUTCHours()]).toSatisfy(
    ([day, hour]) => day === 6 && (hour === 9 || hour === 8),
  );
  expect((await world.instance(id)).variables).toMatchObject({ days: 4 });
  await world.advance(8 * 86_400_000);
  await world.reach(id, 'completed');
});

test('a search that fits more records than it may answer stops with a sentence instead of leaving some out', async () => {
  // given 201 deals of one name, and one of another
  const deals = world.records.service(world.admin);
  await deals.create('deal', [{ name: 'single' }, ...Array.from({ length: 201 }, () => ({ name: 'crowd' }))]);
  await world.deploy(
    process(
      'search',
      `<bpmn:startEvent id="s"/>${script('n', "$count($find('deal', {'name': {'eq': wanted}}))", 'found')}
      <bpmn:endEvent id="e"/>${sequence('s', 'n', 'e')}`,
    ),
  );
  // when
  const few = await world.start('search', { wanted: 'single' });
  const many = await world.start('search', { wanted: 'crowd' });
  // then
  await world.reach(few, 'completed');
  expect((await world.instance(few)).variables).toMatchObject({ found: 1 });
  await world.reach(many, 'incident');
  expect((await world.instance(many)).incidents).toMatchObject([
    { element: 'n', message: expect.stringContaining('more than 200 records of “deal”') },
  ]);
});
