import { afterAll, beforeAll, expect, test } from 'vitest';
import { enqueue } from '../../../job/index.ts';
import {
  flowWorld,
  process,
  script,
  sequence,
  type FlowWorld,
} from '../../../../tests/support/flow-world.ts';

let world: FlowWorld;
beforeAll(async () => {
  world = await flowWorld();
  await world.deploy(
    process(
      'order',
      `<bpmn:startEvent id="s"/><bpmn:intermediateCatchEvent id="c"><bpmn:messageEventDefinition messageRef="m" relata:correlationKey="order"/></bpmn:intermediateCatchEvent><bpmn:endEvent id="e"/>${sequence('s', 'c', 'e')}`,
      { extra: '<bpmn:message id="m" name="paid"/>' },
    ),
  );
});
afterAll(() => world.close());

const hour = 3_600_000;
const publish = (more: Partial<Parameters<FlowWorld['flows']['publish']>[0]>) =>
  world.flows.publish({ actor: world.admin, name: 'paid', variables: {}, keepFor: 0, ...more });

test('a message reaches the one instance whose key it has', async () => {
  const [a, b] = [await world.start('order', { order: 'A' }), await world.start('order', { order: 'B' })];
  expect(await publish({ correlationKey: 'B', variables: { by: 'card' } })).toEqual({
    outcome: 'correlated',
    instance: b,
  });
  expect((await world.reach(b, 'completed')).variables).toEqual({ order: 'B', by: 'card' });
  expect((await world.instance(a)).state).toBe('active');
  await expect(publish({})).resolves.toEqual({ outcome: 'correlated', instance: a });
  await world.reach(a, 'completed');
});

test('without a key and with several that wait it is ambiguous, and reaches none', async () => {
  const ids = [await world.start('order', { order: 'X' }), await world.start('order', { order: 'Y' })];
  await expect(publish({})).rejects.toMatchObject({ status: 409, code: 'message-ambiguous' });
  for (const id of ids) {
    expect((await world.instance(id)).state).toBe('active');
    await world.flows.operate({ actor: world.admin, id, command: { type: 'cancel' } });
  }
});

test('a message that came before is kept for its time, and the same id counts once', async () => {
  const early = { correlationKey: 'C', keepFor: hour, messageId: 'm-1' };
  expect(await publish(early)).toEqual({ outcome: 'kept' });
  expect(await publish(early)).toEqual({ outcome: 'duplicate' });
  await world.reach(await world.start('order', { order: 'C' }), 'completed');
  const second = await world.start('order', { order: 'C' });
  await world.advance(1_000);
  expect((await world.instance(second)).state).toBe('active');
  await world.flows.operate({ actor: world.admin, id: second, command: { type: 'cancel' } });
});

test('the same id counts once also where the first was delivered at once, and not at all where it was refused', async () => {
  // given two that wait, and a message without a key, which is refused
  const ids = [await world.start('order', { order: 'E' }), await world.start('order', { order: 'E' })];
  await expect(publish({ messageId: 'm-2' })).rejects.toMatchObject({ code: 'message-ambiguous' });
  // when it is sent with the key, and again
  const paid = { correlationKey: 'E', messageId: 'm-2', keepFor: hour };
  expect(await publish(paid)).toEqual({ outcome: 'correlated', instance: ids[0] });
  await world.reach(ids[0]!, 'completed');
  expect(await publish(paid)).toEqual({ outcome: 'duplicate' });
  // then the other still waits, and takes one with an id of its own
  expect((await world.instance(ids[1]!)).state).toBe('active');
  expect(await publish({ ...paid, messageId: 'm-3' })).toEqual({ outcome: 'correlated', instance: ids[1] });
  await world.reach(ids[1]!, 'completed');
});

test('a message that nobody awaits in its time is gone', async () => {
  expect(await publish({ correlationKey: 'D' })).toEqual({ outcome: 'expired' });
  await publish({ correlationKey: 'D', keepFor: hour });
  await world.advance(2 * hour);
  const late = await world.start('order', { order: 'D' });
  await world.advance(1_000);
  expect((await world.instance(late)).state).toBe('active');
});

test('publishers and subscribers at once: none is missed, none counts twice', async () => {
  const keys = Array.from({ length: 60 }, (_, index) => `r${index}`);
  await Promise.all(
    keys.flatMap((key) => [
      world.start('order', { order: key }),
      publish({ correlationKey: key, keepFor: hour }),
    ]),
  );
  await world.advance(1_000);
  const page = await world.flows.instances({
    actor: world.admin,
    flow: 'order',
    state: 'active',
    limit: 200,
  });
  expect(page.items.filter((item) => item.tokens.length > 0).length).toBe(1);
  expect(
    await world.sql`select 1 from flow.message where not is_taken and correlation_key like 'r%'`,
  ).toHaveLength(0);
});

test('a message start, and a message from one pool to the other', async () => {
  const xml = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:relata="urn:relata:bpmn:1" id="d_pools" targetNamespace="test"><bpmn:message id="m1" name="asked"/>
<bpmn:process id="asker" isExecutable="true"><bpmn:startEvent id="s"/><bpmn:intermediateThrowEvent id="t"><bpmn:messageEventDefinition messageRef="m1"><bpmn:extensionElements><relata:payload name="what" value="question"/></bpmn:extensionElements></bpmn:messageEventDefinition></bpmn:intermediateThrowEvent><bpmn:endEvent id="e"/>${sequence('s', 't', 'e')}</bpmn:process>
<bpmn:process id="answerer" isExecutable="true"><bpmn:startEvent id="s2"><bpmn:messageEventDefinition messageRef="m1"/></bpmn:startEvent><bpmn:userTask id="u"/><bpmn:endEvent id="e2"/>${sequence('s2', 'u', 'e2')}</bpmn:process></bpmn:definitions>`;
  await world.deploy(xml.replaceAll('id="f_s_t"', 'id="fa"'));
  await world.start('asker', { question: 42 });
  await world.advance(1_000);
  const { items } = await world.flows.instances({ actor: world.admin, flow: 'answerer', limit: 10 });
  expect(items).toMatchObject([{ state: 'active', tokens: [{ element: 'u' }] }]);
  expect((await world.instance(items[0]!.id)).variables).toEqual({ what: 42 });
});

test('a signal is heard by its own instance where that waits already, not by what waits later', async () => {
  const event = (tag: string, id: string) =>
    `<bpmn:${tag} id="${id}"><bpmn:signalEventDefinition signalRef="x"/></bpmn:${tag}>`;
  await world.deploy(
    process(
      'echo',
      `<bpmn:startEvent id="s"/><bpmn:parallelGateway id="p"/>${event('intermediateCatchEvent', 'beside')}<bpmn:userTask id="heard"/>
      ${event('intermediateThrowEvent', 'call')}${event('intermediateCatchEvent', 'later')}<bpmn:userTask id="again"/>${sequence('s', 'p', 'beside', 'heard')}${sequence('p', 'call', 'later', 'again')}`,
      { extra: '<bpmn:signal id="x" name="echo"/>' },
    ),
  );
  const id = await world.start('echo');
  const standing = async () => (await world.instance(id)).tokens.map(({ element }) => element);
  await expect.poll(standing).toEqual(['heard', 'later']);
  // the next one is for that, too
  await world.flows.broadcast({ actor: world.admin, name: 'echo', variables: {} });
  await expect.poll(standing).toEqual(['heard', 'again']);
  await world.flows.operate({ actor: world.admin, id, command: { type: 'cancel' } });
});

test('a signal is heard by everybody who waits', async () => {
  await world.deploy(
    process(
      'storm',
      `<bpmn:startEvent id="s"/><bpmn:intermediateCatchEvent id="c"><bpmn:signalEventDefinition signalRef="x"/></bpmn:intermediateCatchEvent><bpmn:endEvent id="e"/>${sequence('s', 'c', 'e')}`,
      { extra: '<bpmn:signal id="x" name="thunder"/>' },
    ),
  );
  const ids = await Promise.all(Array.from({ length: 70 }, () => world.start('storm')));
  expect(
    await world.flows.broadcast({ actor: world.admin, name: 'thunder', variables: { loud: true } }),
  ).toMatchObject({ reached: 70 });
  for (const id of ids) expect((await world.reach(id, 'completed')).variables).toEqual({ loud: true });
});

test('a timer start begins an instance each time', async () => {
  await world.deploy(
    process(
      'clockwork',
      `<bpmn:startEvent id="s"><bpmn:timerEventDefinition><bpmn:timeCycle>R3/PT1H</bpmn:timeCycle></bpmn:timerEventDefinition></bpmn:startEvent><bpmn:endEvent id="e"/>${sequence('s', 'e')}`,
    ),
  );
  await world.advance(90 * 60_000);
  const count = async () =>
    (
      await world.flows.instances({
        actor: world.admin,
        flow: 'clockwork',
        state: 'completed',
        limit: 1,
        count: 'exact',
      })
    ).count;
  expect(await count()).toBe(1);
  await world.advance(10 * hour);
  expect(await count()).toBe(3);
});

test('what happened to one of several mails to a person is told to who waits for that mail', async () => {
  // given one person, written to twice, by two instances that each wait for a click in theirs
  const person = 'aaaaaaaa-0000-4000-8000-000000000001';
  const [mine, other] = [
    await world.start('order', { order: 'mail-1' }),
    await world.start('order', { order: 'mail-2' }),
  ];
  // when
  const payload = {
    name: 'paid',
    variables: { url: 'x' },
    entity: 'contact',
    ids: [person],
    keys: ['mail-1'],
  };
  await world.sql.begin((tx) =>
    enqueue(tx, [
      { kind: 'flow.happening', lane: 0, dueAt: 0, payload: { ...payload, actor: 'system', depth: 0 } },
    ]),
  );
  // then
  expect((await world.reach(mine, 'completed')).variables).toMatchObject({ url: 'x' });
  expect((await world.instance(other)).state).toBe('active');
  await world.flows.operate({ actor: world.admin, id: other, command: { type: 'cancel' } });
});

test.each(['message', 'signal'])(
  'flows that start each other by a %s are stopped, and the start says so',
  async (kind) => {
    // given a flow that begins with what it throws at its end
    const thrown = `<bpmn:${kind}EventDefinition ${kind}Ref="x"/>`;
    const flow = `round-by-${kind}`;
    await world.deploy(
      process(
        flow,
        `<bpmn:startEvent id="s">${thrown}</bpmn:startEvent><bpmn:endEvent id="e">${thrown}</bpmn:endEvent>${sequence('s', 'e')}`,
        { extra: `<bpmn:${kind} id="x" name="${flow}"/>` },
      ),
    );
    const incidents = async () =>
      (await world.flows.incidents({ actor: world.admin, limit: 100 })).items.filter(
        (one) => one.flow === flow,
      );
    // when it begins once
    await world.start(flow);
    // then it has begun so often that nobody can have meant it, and no more
    await expect
      .poll(incidents, { timeout: 20_000 })
      .toMatchObject([{ element: 's', code: 'flow.chain-endless' }]);
    const { items } = await world.flows.instances({ actor: world.admin, flow, limit: 50 });
    expect(items.map(({ state }) => state)).toEqual(Array(16).fill('completed'));
  },
);

/** As a sender does who is told that it takes longer: once more, with the same id. */
const insisting = (more: Parameters<typeof publish>[0]): Promise<unknown> =>
  publish(more).catch((error: { code?: string }) =>
    error.code === 'flow-delayed' ? insisting(more) : Promise.reject(error),
  );

test('a storm of messages for one instance reaches it whole, and holds nobody else up', async () => {
  // given an instance that counts what comes, and one that minds its own business
  await world.deploy(
    process(
      'storm',
      `<bpmn:startEvent id="s"/><bpmn:userTask id="u"/>${sequence('s', 'u')}
      <bpmn:subProcess id="noted" triggeredByEvent="true"><bpmn:startEvent id="m" isInterrupting="false"><bpmn:messageEventDefinition messageRef="drop" relata:correlationKey="'K'"/></bpmn:startEvent>
      ${script('t', 'n + 1', 'n')}${sequence('m', 't')}</bpmn:subProcess>`,
      { extra: '<bpmn:message id="drop" name="drop"/>' },
    ),
  );
  const [id, other] = [await world.start('storm', { n: 0 }), await world.start('order', { order: 'calm' })];
  // when sixty come at once, and one for the other among them
  const storm = Array.from({ length: 60 }, (_, n) =>
    insisting({ name: 'drop', correlationKey: 'K', keepFor: hour, messageId: `drop-${n}` }),
  );
  const began = performance.now();
  await insisting({ correlationKey: 'calm', keepFor: hour, messageId: 'calm' });
  await world.reach(other, 'completed');
  const calm = performance.now() - began;
  await Promise.all(storm);
  // then each has counted once
  await expect.poll(async () => (await world.instance(id)).variables, { timeout: 30_000 }).toEqual({ n: 60 });
  expect(calm).toBeLessThan(20_000);
}, 60_000);

test('nothing went wrong unseen', () => {
  expect(world.errors).toEqual([]);
});

test.each(['message', 'signal'])(
  'an instance that wakes itself by a %s without end is stopped, and the event that hears it says so',
  async (kind) => {
    // given one that answers what it throws by throwing it, beside a task
    const thrown = `<bpmn:${kind}EventDefinition ${kind}Ref="x"/>`;
    const flow = `echo-by-${kind}`;
    await world.deploy(
      process(
        flow,
        `<bpmn:startEvent id="s"/><bpmn:parallelGateway id="p"/><bpmn:userTask id="u"/><bpmn:endEvent id="e">${thrown}</bpmn:endEvent>
         <bpmn:subProcess id="again" triggeredByEvent="true"><bpmn:startEvent id="heard" isInterrupting="false">${thrown}</bpmn:startEvent>
           <bpmn:endEvent id="call">${thrown}</bpmn:endEvent>${sequence('heard', 'call')}</bpmn:subProcess>
         ${sequence('s', 'p', 'u')}${sequence('p', 'e')}`,
        { extra: `<bpmn:${kind} id="x" name="${flow}"/>` },
      ),
    );
    const id = await world.start(flow);
    const incidents = async () =>
      (await world.flows.incidents({ actor: world.admin, limit: 100 })).items.filter(
        (one) => one.flow === flow,
      );
    await expect
      .poll(incidents, { timeout: 60_000 })
      .toMatchObject([{ element: 'heard', code: 'flow.rounds-endless' }]);
    await world.flows.operate({ actor: world.admin, id, command: { type: 'cancel' } });
  },
  90_000,
);
