import { expect, test } from 'vitest';
import { Driver } from '../../step/testing/driver.ts';
import { chain, flowOf, loadFlow, processXml } from '../../step/testing/load-flow.ts';

const times = (flow: Driver, element: string): number =>
  flow.elements('completed').filter((each) => each === element).length;

test('a conditional catch event fires when its condition becomes true after a change of variables', async () => {
  // given an amount that is too small
  const flow = new Driver(await loadFlow('condition-catch')).start({ amount: 50 });
  expect(flow.waiting).toEqual(['c', 'u']);
  // when it changes but stays too small, nothing happens
  flow.send({ type: 'set-variables', variables: { amount: 100 } });
  expect(flow.waiting).toEqual(['c', 'u']);
  // then it fires when another branch makes it true
  flow.fire('u', { amount: 101 });
  expect(flow.summary.state).toBe('completed');
  expect(flow.elements('completed')).toContain('c');
});

test('a condition that is true when the token comes must become false first', async () => {
  // given it is true already
  const flow = new Driver(await loadFlow('condition-catch')).start({ amount: 500 });
  expect(flow.waiting).toContain('c');
  // when it becomes false and true
  flow.send({ type: 'set-variables', variables: { amount: 600 } });
  expect(flow.waiting).toContain('c');
  flow.send({ type: 'set-variables', variables: { amount: 1 } });
  flow.send({ type: 'set-variables', variables: { amount: 200 } });
  // then it fires
  expect(flow.waiting).toEqual(['u']);
});

test('a condition may wait for a variable that is not there yet', async () => {
  const flow = new Driver(await loadFlow('condition-catch')).start();
  expect(flow.incidents.size).toBe(0);
  flow.send({ type: 'set-variables', variables: { amount: 200 } });
  expect(flow.waiting).toEqual(['u']);
});

test('an interrupting conditional boundary event ends its activity', async () => {
  // given a user task; when somebody sets the variable
  const flow = new Driver(await loadFlow('condition-boundary')).start({ cancelled: false, amount: 1 });
  flow.send({ type: 'set-variables', variables: { cancelled: true } });
  // then the task is gone and the way of the event is taken
  expect(flow.summary.state).toBe('completed');
  expect(flow.elements('cancelled')).toEqual(['u']);
  expect(flow.elements('completed')).toContain('stopped');
  expect(flow.waits.size).toBe(0);
});

test('a non-interrupting conditional boundary event fires each time its condition becomes true', async () => {
  // given a user task
  const flow = new Driver(await loadFlow('condition-boundary')).start({ amount: 1 });
  // when the amount rises, rises on, falls and rises
  for (const amount of [101, 200, 1, 300]) flow.send({ type: 'set-variables', variables: { amount } });
  // then it fired twice, and the task is still there
  expect(times(flow, 'warned')).toBe(2);
  expect(flow.waiting).toEqual(['stop', 'u', 'warn']);
});

test('a condition that is no boolean is an incident of the event alone, and is looked at again when it is retried', async () => {
  // given a user task; when the variable gets a text
  const flow = new Driver(await loadFlow('condition-boundary')).start({ amount: 1 });
  flow.send({ type: 'set-variables', variables: { cancelled: 'yes' } });
  // then the incident names the event, and the task goes on
  const [incident] = flow.incidents.values();
  expect(incident).toMatchObject({ element: 'stop', code: 'flow.condition-not-boolean' });
  expect(flow.summary.state).toBe('incident');
  expect(flow.waiting).toContain('u');
  // and when it is repaired, the retry looks again
  flow.send({ type: 'set-variables', variables: { cancelled: true } });
  flow.send({ type: 'retry', incident: incident!.incident });
  expect(flow.summary.state).toBe('completed');
  expect(flow.incidents.size).toBe(0);
});

test('whoever resolves it lets a catch event go on, and a boundary event wait on', async () => {
  const conditional =
    '<bpmn:conditionalEventDefinition><bpmn:condition xsi:type="bpmn:tFormalExpression">n + 1</bpmn:condition></bpmn:conditionalEventDefinition>';
  const flow = new Driver(
    await flowOf(
      processXml(
        `<bpmn:startEvent id="s"/><bpmn:intermediateCatchEvent id="c">${conditional}</bpmn:intermediateCatchEvent><bpmn:userTask id="u"/><bpmn:boundaryEvent id="b" attachedToRef="u">${conditional}</bpmn:boundaryEvent>${chain('s', 'c', 'u')}`,
      ),
    ),
  ).start({ n: 1 });
  const resolve = () => flow.send({ type: 'resolve', incident: [...flow.incidents.keys()][0]! });
  expect([...flow.incidents.values()]).toMatchObject([{ element: 'c' }]);
  expect(resolve().elements('completed')).toContain('c');
  expect([...flow.incidents.values()]).toMatchObject([{ element: 'b' }]);
  expect(resolve().summary.state).toBe('active');
  expect(flow.waiting).toEqual(['b', 'u']);
});

test('an incident of a condition goes with its activity', async () => {
  const flow = new Driver(await loadFlow('condition-boundary')).start({ amount: 1 });
  flow.send({ type: 'set-variables', variables: { cancelled: 'yes' } }).fire('u');
  expect(flow.incidents.size).toBe(0);
  expect(flow.summary.state).toBe('completed');
});

test('a condition that must be asked outside is looked at with what is answered, while its activity goes on', async () => {
  // given a condition beyond the compiled subset, and a call beside it that is not answered yet
  const source = '$count($map(items, function($v){ $v * 2 }) ~> | $ | {} |) = 2';
  const graph = await flowOf(
    processXml(`<bpmn:startEvent id="s"/><bpmn:serviceTask id="t"><bpmn:extensionElements><relata:task type="x"/></bpmn:extensionElements></bpmn:serviceTask>
    <bpmn:boundaryEvent id="b" attachedToRef="t"><bpmn:conditionalEventDefinition><bpmn:condition xsi:type="bpmn:tFormalExpression">${source}</bpmn:condition></bpmn:conditionalEventDefinition></bpmn:boundaryEvent>
    <bpmn:endEvent id="e"/>${chain('s', 't')}${chain('b', 'e')}`),
  );
  const world = { evaluations: { [source]: false } as Record<string, boolean> };
  const flow = new Driver(graph, world).start({ items: [1] });
  // when the answer becomes true after a change
  expect(flow.calls.size).toBe(1);
  world.evaluations[source] = true;
  flow.send({ type: 'set-variables', variables: { items: [1, 2] } });
  // then it fires, and the call is given up
  expect(flow.summary.state).toBe('completed');
  expect(flow.calls.size).toBe(0);
});

const subject = { entity: 'deal', id: 'd1' };
const deal = (version: number, more: object = {}) => ({
  id: 'd1',
  version,
  amount: 5,
  stage: 'new',
  product: { id: 'p1' },
  ...more,
});
const change = (flow: Driver, element: string, record: object, before: object | null): void => {
  const wait = [...flow.waits].find(([, body]) => body.element === element)![0];
  // The cast: records of these tests are plain JSON.
  flow.send({ type: 'record-changed', wait, change: { record, before } as never });
};

test('a condition on a record fires when a change makes it true, with variables and record together', async () => {
  // given a record under the limit
  const flow = new Driver(await loadFlow('condition-record'), { records: { 'deal/d1': deal(1) } });
  flow.start({ limit: 10 }, { subject });
  expect([...flow.waits.values()]).toContainEqual({
    kind: 'condition',
    element: 'big',
    entity: 'deal',
    recordId: 'd1',
  });
  // when it passes the limit twice, with a time below between
  change(flow, 'big', deal(2, { amount: 20 }), deal(1));
  change(flow, 'big', deal(3, { amount: 30 }), deal(2, { amount: 20 }));
  change(flow, 'big', deal(4), deal(3, { amount: 30 }));
  change(flow, 'big', deal(5, { amount: 40 }), deal(4));
  // then it fired twice
  expect(times(flow, 'e2')).toBe(2);
});

test('a change of before the wait, which comes late, does not count', async () => {
  // given a record that passed the limit before the token came
  const flow = new Driver(await loadFlow('condition-record'), {
    records: { 'deal/d1': deal(3, { amount: 20 }) },
  });
  flow.start({ limit: 10 }, { subject });
  // when the older changes arrive
  change(flow, 'big', deal(2), deal(1, { amount: 30 }));
  change(flow, 'big', deal(3, { amount: 20 }), deal(2));
  // then nothing fires
  expect(times(flow, 'e2')).toBe(0);
});

test('a change between the look and the subscription is found when the record is read anew', async () => {
  // given a record that changes while the wait is being opened
  const records: Record<string, ReturnType<typeof deal>> = { 'deal/d1': deal(1) };
  const flow = new Driver(await loadFlow('condition-record'), { records });
  flow.start({ limit: 10 }, { subject });
  records['deal/d1'] = deal(2, { amount: 20 });
  // when it is looked at again, and the change itself comes after
  const wait = [...flow.waits].find(([, body]) => body.element === 'big')![0];
  flow.send({ type: 'record-changed', wait });
  change(flow, 'big', deal(2, { amount: 20 }), deal(1));
  // then it fired once
  expect(times(flow, 'e2')).toBe(1);
});

test('a condition on a change sees the record before, and fires for each such change', async () => {
  const flow = new Driver(await loadFlow('condition-record'), { records: { 'deal/d1': deal(1) } });
  flow.start({ limit: 10 }, { subject });
  change(flow, 'moved', deal(2, { stage: 'won' }), deal(1));
  change(flow, 'moved', deal(3, { stage: 'won', amount: 1 }), deal(2, { stage: 'won' }));
  change(flow, 'moved', deal(4, { stage: 'lost' }), deal(3, { stage: 'won' }));
  expect(times(flow, 'e3')).toBe(2);
});

test('a condition on any record of another entity sees the subject beside it', async () => {
  // given a deal about product p1
  const flow = new Driver(await loadFlow('condition-record'), { records: { 'deal/d1': deal(1) } });
  flow.start({ limit: 10 }, { subject });
  // when another product, then this one becomes dear
  change(flow, 'priced', { id: 'p2', version: 2, price: 20 }, { id: 'p2', version: 1, price: 1 });
  expect(flow.summary.state).toBe('active');
  change(flow, 'priced', { id: 'p1', version: 2, price: 20 }, { id: 'p1', version: 1, price: 1 });
  // then the task is cancelled
  expect(flow.summary.state).toBe('completed');
  expect(flow.elements('cancelled')).toEqual(['u']);
});

test('a condition begins a non-interrupting event sub-process each time it becomes true', async () => {
  // given a task and a condition beside it
  const flow = new Driver(await loadFlow('event-sub-process-condition')).start({ amount: 1 });
  // when the amount rises twice
  for (const amount of [101, 1, 200]) flow.send({ type: 'set-variables', variables: { amount } });
  // then two have begun, and it still waits
  expect(flow.waiting).toEqual(['es', 'h', 'h', 'u']);
  flow.fire('u').fire('h').fire('h');
  expect(flow.summary.state).toBe('completed');
  expect(flow.waits.size).toBe(0);
});

test('a condition begins an interrupting event sub-process', async () => {
  const flow = new Driver(await loadFlow('event-sub-process-condition-interrupting')).start({ amount: 1 });
  flow.send({ type: 'set-variables', variables: { amount: 101 } });
  expect(flow.waiting).toEqual(['h']);
  expect(flow.elements('cancelled')).toEqual(['u']);
});
