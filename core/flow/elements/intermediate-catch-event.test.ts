import { expect, test } from 'vitest';
import { Driver } from '../step/testing/driver.ts';
import { loadFlow } from '../step/testing/load-flow.ts';

const hour = 3_600_000;

test('a timer catch event waits until it is due', async () => {
  // given a timer of an hour
  const flow = new Driver(await loadFlow('timer-catch')).start();
  expect([...flow.waits.values()]).toEqual([{ kind: 'timer', element: 'c', due: flow.now + hour }]);
  // when 59 minutes pass, nothing happens
  flow.advance(59 * 60_000);
  expect(flow.summary.state).toBe('active');
  // then after the hour it goes on
  flow.advance(60_000);
  expect(flow.summary.state).toBe('completed');
});

test('a timer date may come from the record, in the time zone of the company', async () => {
  // given a close date on the record
  const records = { 'opportunity/o1': { closeDate: '2026-03-04' } };
  const flow = new Driver(await loadFlow('timer-expression'), { records, timeZone: 'Asia/Shanghai' });
  // when a token comes
  flow.start({}, { subject: { entity: 'opportunity', id: 'o1' } });
  // then it is due when that day begins there
  expect([...flow.waits.values()]).toMatchObject([{ due: Date.parse('2026-03-03T16:00:00Z') }]);
});

test('a timer expression that gives no timer is an incident at its event', async () => {
  // given a close date that is none; when a token comes
  const records = { 'opportunity/o1': { closeDate: 'soon' } };
  const flow = new Driver(await loadFlow('timer-expression'), { records });
  flow.start({}, { subject: { entity: 'opportunity', id: 'o1' } });
  // then the incident shows the value
  expect([...flow.incidents.values()]).toMatchObject([
    { element: 'c', code: 'flow.timer-invalid', params: { value: 'soon' } },
  ]);
});

test('a message catch event goes on with the message of its key', async () => {
  // given an instance for order 7
  const flow = new Driver(await loadFlow('message-catch')).start({ order: 7 });
  expect([...flow.waits.values()]).toEqual([
    { kind: 'message', element: 'c', name: 'paid', correlationKey: '7' },
  ]);
  // when the message comes
  flow.fire('c', { by: 'card' });
  // then it is done, and a second trigger of the same wait changes nothing
  expect(flow.summary).toMatchObject({ state: 'completed', variables: { order: 7, by: 'card' } });
  const before = flow.effects.length;
  flow.send({ type: 'trigger', wait: 2, variables: {} });
  expect(flow.effects).toHaveLength(before);
});

test('a signal reaches whoever waits, and carries its payload when thrown', async () => {
  // given a flow that throws and then awaits the same signal
  const flow = new Driver(await loadFlow('signal')).start();
  expect(flow.effects).toContainEqual(
    expect.objectContaining({ type: 'broadcast', name: 'storm', variables: { n: 2 } }),
  );
  // when it comes
  flow.fire('c', { from: 'afar' });
  // then the flow goes on
  expect(flow.summary).toMatchObject({ state: 'completed', variables: { from: 'afar' } });
});

test('a link goes on at its catching partner', async () => {
  // given two ends of one name; when a token comes to the throwing one
  const flow = new Driver(await loadFlow('link')).start();
  // then it goes on behind the other
  expect(flow.elements('completed')).toEqual(['s', 't', 'c', 'e']);
});

test('a timer catch event takes a date, a cron line and business time', async () => {
  // given Monday, 9 o'clock
  const flow = new Driver(await loadFlow('timer-kinds')).start();
  const due = (): string => {
    const [wait] = flow.waits.values();
    return wait?.kind === 'timer' ? new Date(wait.due).toISOString() : '';
  };
  expect(due()).toBe('2026-03-02T10:00:00.000Z');
  flow.advance(hour);
  expect(due()).toBe('2026-03-02T10:30:00.000Z');
  // when half past ten has come, then eight hours of work go on into the next day
  flow.advance(hour / 2);
  expect(due()).toBe('2026-03-03T10:30:00.000Z');
});

/** Nine to five in Shanghai: 1 to 9 o'clock in UTC. */
const workdays = (from: string, to: string) => [
  ...Array.from({ length: 5 }, () => [[from, to] as const]),
  [],
  [],
];
const calendars = [
  {
    id: 'asia',
    name: 'Asia desk',
    timeZone: 'Asia/Shanghai',
    hours: workdays('09:00', '17:00'),
    holidays: ['2026-03-04'],
  },
  { id: 'night-shift', name: 'Night shift', hours: workdays('22:00', '23:00'), holidays: [] },
];
const ticket = (calendar: string | null) => ({ 'ticket/t1': { policy: { calendar } } });
const subject = { entity: 'ticket', id: 't1' };
const dueOf = (flow: Driver, element: string): string => {
  const wait = [...flow.waits.values()].find((each) => each.element === element);
  return wait?.kind === 'timer' ? new Date(wait.due).toISOString() : '';
};

test.each([
  ['by its id', 'asia', '2026-03-03T03:00:00.000Z'],
  ['by its name', 'Asia desk', '2026-03-03T03:00:00.000Z'],
  ['or else in the company’s', null, '2026-03-02T11:00:00.000Z'],
])('business time is counted in the calendar that the record names, %s', async (_, calendar, due) => {
  // given Monday, 17:00 in Shanghai: work is over there, and has begun at nine UTC in the company
  const world = { records: ticket(calendar), calendars };
  const flow = new Driver(await loadFlow('timer-calendar'), world);
  // when two hours of work are to be waited for
  flow.start({}, { subject });
  // then they are those of the record's calendar
  expect(dueOf(flow, 'promised')).toBe(due);
});

test('a timer may name a calendar of its own, keeps to it in its cycle, and work items follow their flow', async () => {
  // given a flow whose record names the desk in Asia, on a Tuesday before a holiday there
  const flow = new Driver(await loadFlow('timer-calendar'), { records: ticket('asia'), calendars });
  flow.now = Date.parse('2026-03-03T05:00:00Z');
  flow.start({}, { subject }).advance(2 * hour);
  // then due and follow-up are of its calendar, the timers of those that they name
  expect([...flow.waits.values()].find((wait) => wait.kind === 'work-item')).toMatchObject({
    due: '2026-03-05T03:00:00.000Z',
    followUp: '2026-03-03T08:00:00.000Z',
  });
  expect(dueOf(flow, 'own')).toBe('2026-03-03T10:00:00.000Z');
  expect(dueOf(flow, 'again')).toBe('2026-03-03T23:00:00.000Z');
  // when the first round is over
  flow.advance(16 * hour);
  // then the next is a night later
  expect(dueOf(flow, 'again')).toBe('2026-03-04T23:00:00.000Z');
});

test('a calendar that nobody knows is an incident; when it is there, a retry goes on', async () => {
  // given a record that names one
  const world = { records: ticket('support'), calendars: [...calendars] };
  const flow = new Driver(await loadFlow('timer-calendar'), world).start({}, { subject });
  expect([...flow.incidents.values()]).toMatchObject([
    { element: 'promised', code: 'flow.calendar-unknown', params: { value: 'support' } },
  ]);
  // when somebody adds it and retries
  world.calendars.push({ ...calendars[1]!, id: 'support', name: 'Support' });
  flow.send({ type: 'retry', incident: [...flow.incidents.keys()][0]! });
  // then it waits
  expect(dueOf(flow, 'promised')).toBe('2026-03-03T23:00:00.000Z');
});
