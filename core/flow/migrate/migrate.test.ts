import { expect, test } from 'vitest';
import type { Graph } from '../graph/index.ts';
import { mapped, type Mapping } from '../step/index.ts';
import { Driver } from '../step/testing/driver.ts';
import { chain, flowOf, processXml } from '../step/testing/load-flow.ts';
import { addedEvents } from './added-events.ts';
import { checkMigration } from './check-migration.ts';

const user = (id: string, inner = '', attributes = ''): string =>
  `<bpmn:userTask id="${id}" ${attributes}>${inner}</bpmn:userTask>`;
const timer = (text: string): string =>
  `<bpmn:timerEventDefinition><bpmn:timeDuration>${text}</bpmn:timeDuration></bpmn:timerEventDefinition>`;
const signal = '<bpmn:signalEventDefinition signalRef="news"/>';
const boundary = (on: string, definition: string): string =>
  `<bpmn:boundaryEvent id="late" attachedToRef="${on}">${definition}</bpmn:boundaryEvent><bpmn:endEvent id="e_late"/>${chain('late', 'e_late')}`;
const eventSubProcess = (definition: string): string =>
  `<bpmn:subProcess id="esp" triggeredByEvent="true"><bpmn:startEvent id="es">${definition}</bpmn:startEvent><bpmn:endEvent id="ee"/>${chain('es', 'ee')}</bpmn:subProcess>`;
const repeated = (attributes: string): string =>
  `<bpmn:multiInstanceLoopCharacteristics relata:collection="[1, 2, 3]" relata:elementVariable="i" ${attributes}/>`;

const version = (inner: string): Promise<Graph> =>
  flowOf(
    processXml(`<bpmn:startEvent id="s"/><bpmn:endEvent id="e"/>${inner}`, {
      around:
        '<bpmn:signal id="news" name="news"/><bpmn:message id="paid" name="paid"/><bpmn:error id="no" errorCode="no"/>',
    }),
  );

const problems = (driver: Driver, to: Graph, mapping: Mapping = {}): [string, string][] =>
  checkMigration({ from: driver.graph, to, state: driver.state!, mapping }).map(({ element, code }) => [
    element,
    code,
  ]);

/** The instance in the other version, its waits with it. */
const moved = (driver: Driver, to: Graph, mapping: Mapping = {}): Driver => {
  expect(problems(driver, to, mapping)).toEqual([]);
  const next = Object.assign(new Driver(to, driver.world), { state: driver.state, now: driver.now });
  for (const [id, body] of driver.waits)
    next.waits.set(id, { ...body, element: mapped(mapping, body.element) });
  for (const [id, call] of driver.calls) next.calls.set(id, call);
  for (const [id, incident] of driver.incidents) next.incidents.set(id, incident);
  return next.send({
    type: 'migrate',
    versions: { from: 1, to: 2 },
    mapping,
    added: addedEvents(driver.graph, to, mapping),
  });
};

test('a join that waits for fewer goes on at once; so does an activity that needs fewer tokens', async () => {
  const ways = (c: string) =>
    version(`<bpmn:parallelGateway id="split"/>${user('a')}${user('b')}${user('c')}<bpmn:parallelGateway id="join"/>${user('after')}<bpmn:endEvent id="ec"/>
      ${chain('s', 'split', 'a', 'join', 'after', 'e')}${chain('split', 'b', 'join')}${chain('split', 'c', c)}`);
  const waiting = new Driver(await ways('join')).start().fire('a').fire('b');
  expect(moved(waiting, await ways('ec')).waiting).toEqual(['after', 'c']);

  const needs = (attributes: string) =>
    version(
      `<bpmn:parallelGateway id="split"/>${user('a')}${user('q', '', attributes)}${chain('s', 'split', 'q', 'e')}${chain('split', 'a', 'q')}`,
    );
  const [one, two] = [await needs(''), await needs('startQuantity="2"')];
  expect(moved(new Driver(two).start(), one).waiting).toEqual(['a', 'q']);
  // and the other way round, what runs already goes on by itself
  const running = moved(new Driver(one).start(), two).fire('q').fire('a');
  expect(running.waiting).toEqual([]);
  expect(running.summary.tokens).toEqual([{ element: 'q' }]);
});

test('a deadline that came with the version runs for what a program or a called flow does, and for what has stopped', async () => {
  const inner = await version(user('w') + chain('s', 'w', 'e'));
  const calling = '<bpmn:callActivity id="x" calledElement="inner"/>';
  const working =
    '<bpmn:serviceTask id="x"><bpmn:extensionElements><relata:task type="t"/></bpmn:extensionElements></bpmn:serviceTask>';
  for (const activity of [calling, working]) {
    const before = await version(activity + chain('s', 'x', 'e'));
    const after = await version(activity + chain('s', 'x', 'e') + boundary('x', timer('PT1H')));
    const start = () => new Driver(before, { flows: { inner } }).start();
    expect(moved(start(), after).advance(3_600_000).summary.state).toBe('completed');
    if (activity === calling) continue;
    const failure = { code: 'broken', message: 'Broken', expected: false };
    const stopped = start().answer('x', { ok: false, failure });
    expect(moved(stopped, after).advance(3_600_000).elements('completed')).toContain('e_late');
  }
});

test('a deadline that a record must be read for does not come silently to what is at work: it does not fit yet', async () => {
  const activity =
    '<bpmn:serviceTask id="x"><bpmn:extensionElements><relata:task type="t"/></bpmn:extensionElements></bpmn:serviceTask>';
  const flow = (work: string, due?: string) =>
    version(work + chain('s', 'x', 'e') + (due === undefined ? '' : boundary('x', timer(due))));
  const subject = { entity: 'deal', id: 'd1' };
  const atWork = new Driver(await flow(activity)).start({}, { subject });
  expect(problems(atWork, await flow(activity, '$subject.dueAt'))).toEqual([['x', 'migrate-event-unarmed']]);
  const other = "$get('account', id).dueAt";
  expect(problems(atWork, await flow(activity, other))).toEqual([['x', 'migrate-event-unarmed']]);
  expect(problems(atWork, await flow(activity, 'PT1H'))).toEqual([]);
  expect(problems(atWork, await flow(activity, "'PT' & hours & 'H'"))).toEqual([]);
  // and where its token is free to ask, it is armed
  const waiting = new Driver(await flow(user('x'))).start({}, { subject });
  expect(problems(waiting, await flow(user('x'), '$subject.dueAt'))).toEqual([]);
});

test('an event that waits for another kind there is awaited anew, at a border, in a scope, behind a gateway', async () => {
  const kinds = (definition: string) =>
    version(
      user('x') +
        chain('s', 'x', 'e') +
        boundary('x', definition) +
        eventSubProcess(definition === signal ? timer('PT2H') : signal),
    );
  const there = moved(new Driver(await kinds(timer('PT1H'))).start(), await kinds(signal));
  const waits = [...there.waits.values()].map(({ element, kind }) => `${element} ${kind}`).sort();
  expect(waits).toEqual(['es timer', 'late signal', 'x work-item']);

  const catching = (id: string, definition: string) =>
    `<bpmn:intermediateCatchEvent id="${id}">${definition}</bpmn:intermediateCatchEvent>${chain('g', id, 'e')}`;
  const message = '<bpmn:messageEventDefinition messageRef="paid"/>';
  const events = `<bpmn:eventBasedGateway id="g"/>${chain('s', 'g')}${catching('m', message)}${catching('n', signal)}`;
  const chosen = moved(
    new Driver(await version(events)).start(),
    await version(events + catching('t', timer('PT1H'))),
  );
  expect(chosen.waiting).toEqual(['m', 'n', 't']);
  expect(chosen.advance(3_600_000).summary).toMatchObject({ state: 'completed', tokens: [] });
});

test('without the event sub-process that it had, an error fails the instance', async () => {
  const task =
    '<bpmn:serviceTask id="x"><bpmn:extensionElements><relata:task type="t"/></bpmn:extensionElements></bpmn:serviceTask>';
  const before = await version(
    task + chain('s', 'x', 'e') + eventSubProcess('<bpmn:errorEventDefinition errorRef="no"/>'),
  );
  const there = moved(new Driver(before).start(), await version(task + chain('s', 'x', 'e')));
  there.answer('x', { ok: false, failure: { code: 'no', message: 'No', expected: true } });
  expect(there.summary.state).toBe('failed');
});

test('what has completed is undone by the handler it has there, also while something is undone', async () => {
  const undoable = (id: string) =>
    `<bpmn:task id="${id}"/><bpmn:boundaryEvent id="b_${id}" attachedToRef="${id}"><bpmn:compensateEventDefinition/></bpmn:boundaryEvent>${user(`undo_${id}`, '', 'isForCompensation="true"')}<bpmn:association id="to_${id}" sourceRef="b_${id}" targetRef="undo_${id}"/>`;
  const flow = (first: string) =>
    version(
      `${undoable(first)}${undoable('b')}${user('u')}<bpmn:intermediateThrowEvent id="c"><bpmn:compensateEventDefinition/></bpmn:intermediateThrowEvent>${chain('s', first, 'b', 'u', 'c', 'e')}`,
    );
  const [before, after] = [await flow('a'), await flow('z')];
  const mapping = { a: 'z', b_a: 'b_z', undo_a: 'undo_z' };
  const later = moved(new Driver(before).start(), after, mapping).fire('u').fire('undo_b');
  expect(later.waiting).toEqual(['undo_z']);
  const underWay = moved(new Driver(before).start().fire('u'), after, mapping).fire('undo_b').fire('undo_z');
  expect(underWay.summary.state).toBe('completed');
  // where it has none, the rehearsal says so
  expect(problems(new Driver(before).start(), after)).toEqual([['a', 'migrate-undo-gone']]);
});

test('what people chose to do next in an ad-hoc sub-process takes its name there, or does not fit', async () => {
  const parts = (second: string) =>
    version(
      `<bpmn:adHocSubProcess id="x" ordering="Sequential">${user('a')}${user(second)}</bpmn:adHocSubProcess>${chain('s', 'x', 'e')}`,
    );
  const start = async () => {
    const driver = new Driver(await parts('b')).start();
    const scope = driver.summary.scopes[0]!.id;
    return driver.send({ type: 'activate', scope, elements: ['a', 'b'] });
  };
  expect(moved(await start(), await parts('z'), { b: 'z' }).fire('a').waiting).toEqual(['z']);
  expect(problems(await start(), await parts('z'))).toEqual([['b', 'migrate-element-gone']]);
});

test('one after the other does not become all at once, nor does what nobody collected become a collection', async () => {
  const times = (attributes: string) => version(user('x', repeated(attributes)) + chain('s', 'x', 'e'));
  const differs = [['x', 'migrate-loop-differs']];
  const sequential = new Driver(await times('isSequential="true"')).start();
  expect(problems(sequential, await times(''))).toEqual(differs);
  const parallel = new Driver(await times('')).start();
  expect(problems(parallel, await times('relata:outputCollection="all"'))).toEqual(differs);
});

test('an event sub-process that runs does not become one that the flow enters', async () => {
  const inside = (attributes: string, definition: string) =>
    `<bpmn:subProcess id="x" ${attributes}><bpmn:startEvent id="xs">${definition}</bpmn:startEvent>${user('u')}${chain('xs', 'u')}</bpmn:subProcess>`;
  const before = new Driver(
    await version(user('a') + chain('s', 'a', 'e') + inside('triggeredByEvent="true"', signal)),
  );
  before.start().fire('xs');
  const after = await version(user('a') + inside('', '') + chain('s', 'a', 'x', 'e'));
  expect(problems(before, after)).toEqual([['x', 'migrate-type-differs']]);
});
