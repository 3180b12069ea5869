import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { flowWorld, process, script, sequence, type FlowWorld } from '../../../tests/support/flow-world.ts';
import type { OperationInput, OperationView } from './operations.ts';

let world: FlowWorld;
beforeAll(async () => {
  world = await flowWorld();
});
afterAll(() => world.close());

const finished = async (
  input: Pick<OperationInput, 'kind' | 'selection'> & { options?: OperationInput['options'] },
): Promise<OperationView> => {
  const { id } = await world.flows.startOperation({ actor: world.admin, options: {}, ...input });
  await expect
    .poll(async () => (await world.flows.operation({ actor: world.admin, id })).state, { timeout: 15_000 })
    .toBe('completed');
  return world.flows.operation({ actor: world.admin, id });
};
const states = async (flow: string): Promise<Record<string, number>> => {
  const rows = await world.sql<{ status: string; count: number }[]>`
    select status, count(*)::int as count from (select status from flow.instance where flow = ${flow}
      union all select status from flow.finished where flow = ${flow}) s group by status`;
  return Object.fromEntries(rows.map(({ status, count }) => [status, count]));
};

describe('one thing done to many instances', () => {
  test('suspended, resumed and cancelled by a filter, with exact progress', async () => {
    // given 1,200 that wait and one of another flow
    for (const flow of ['many', 'few'])
      await world.deploy(
        process(
          flow,
          `<bpmn:startEvent id="s"/><bpmn:userTask id="u"/><bpmn:endEvent id="e"/>${sequence('s', 'u', 'e')}`,
        ),
      );
    await world.start('few');
    const items = Array.from({ length: 1_200 }, (_, n) => ({ variables: { n } }));
    const { ids } = await world.flows.startMany({ actor: world.admin, flow: 'many', items });
    await expect.poll(() => states('many'), { timeout: 10_000 }).toEqual({ active: 1_200 });
    const selection = { filter: { flow: 'many' } };
    // when, then
    expect(await finished({ kind: 'suspend', selection })).toMatchObject({
      total: 1_200,
      issued: 1_200,
      done: 1_200,
      failed: 0,
    });
    expect(await states('many')).toEqual({ suspended: 1_200 });
    expect(await finished({ kind: 'resume', selection: { ids: ids.slice(0, 3) } })).toMatchObject({
      total: 3,
      done: 3,
    });
    expect(await states('many')).toEqual({ suspended: 1_197, active: 3 });
    await finished({ kind: 'cancel', selection: { filter: { flow: 'many', state: 'suspended' } } });
    expect(await states('many')).toEqual({ terminated: 1_197, active: 3 });
    expect(await states('few')).toEqual({ active: 1 });
  });

  test('incidents are retried once what was missing is there, and resolved where it was done by hand', async () => {
    await world.deploy(
      process(
        'sum',
        `<bpmn:startEvent id="s"/>${script('t', 'missing + 1', 'r')}<bpmn:endEvent id="e"/>${sequence('s', 't', 'e')}`,
      ),
    );
    const ids = [
      await world.start('sum'),
      await world.start('sum', {}, { businessKey: 'INV-2' }),
      await world.start('sum'),
    ];
    for (const id of ids) await world.reach(id, 'incident');
    const variables = { missing: 1 };
    await world.flows.operate({
      actor: world.admin,
      id: ids[0]!,
      command: { type: 'set-variables', variables },
    });
    expect(await finished({ kind: 'retry', selection: { filter: { flow: 'sum' } } })).toMatchObject({
      issued: 3,
      done: 1,
      failed: 2,
      failures: ids
        .slice(1)
        .map((instance, n) => ({ instance, about: ['INV-2', 'sum'][n], code: 'flow-stopped-again' })),
    });
    expect(await states('sum')).toEqual({ completed: 1, incident: 2 });
    expect(await finished({ kind: 'resolve', selection: { filter: { flow: 'sum' } } })).toMatchObject({
      issued: 2,
      done: 2,
    });
    expect(await states('sum')).toEqual({ completed: 3 });
  });

  test('asked for those that have ended, it touches none that runs', async () => {
    // given one that waits
    await world.deploy(
      process(
        'waits',
        `<bpmn:startEvent id="s"/><bpmn:userTask id="u"/><bpmn:endEvent id="e"/>${sequence('s', 'u', 'e')}`,
      ),
    );
    await world.start('waits');
    // when all that the list shows as completed, cancelled or failed are to be cancelled
    for (const state of ['completed', 'terminated', 'failed'] as const)
      expect(
        await finished({ kind: 'cancel', selection: { filter: { flow: 'waits', state } } }),
      ).toMatchObject({
        total: 0,
        issued: 0,
      });
    // then
    expect(await states('waits')).toEqual({ active: 1 });
  });

  test('those that have a variable at all, or an empty one, are reached as they are found', async () => {
    // given one without a region, one whose region is empty, and one of the north
    await world.deploy(
      process(
        'regions',
        `<bpmn:startEvent id="s"/><bpmn:userTask id="u"/><bpmn:endEvent id="e"/>${sequence('s', 'u', 'e')}`,
      ),
    );
    await world.start('regions');
    await world.start('regions', { region: null });
    await world.start('regions', { region: 'north' });
    const filter = { flow: 'regions', variable: { name: 'region' } };
    const empty = { flow: 'regions', variable: { name: 'region', value: null } };
    // when, then
    expect(await finished({ kind: 'suspend', selection: { filter } })).toMatchObject({ total: 2, done: 2 });
    expect(await states('regions')).toEqual({ active: 1, suspended: 2 });
    expect(await finished({ kind: 'cancel', selection: { filter: empty } })).toMatchObject({
      total: 1,
      done: 1,
    });
    expect(await states('regions')).toEqual({ active: 1, suspended: 1, terminated: 1 });
  });

  test('it can be looked up later: who, of which flow, when, and how it ended', async () => {
    // given one that is over
    const { id } = await finished({ kind: 'suspend', selection: { filter: { flow: 'waits' } } });
    // when
    const { items } = await world.flows.operations({ actor: world.admin, limit: 5 });
    // then the newest comes first
    expect(items[0]).toMatchObject({
      ...{ id, kind: 'suspend', state: 'completed', done: 1, failed: 0 },
      ...{ by: { id: world.admin.id }, flow: { id: 'waits' }, version: null, endedAt: expect.any(Date) },
    });
    expect(items.length).toBeGreaterThan(1);
  });

  test('stopped, it begins no more', async () => {
    const { id } = await world.flows.startOperation({
      actor: world.admin,
      kind: 'suspend',
      selection: { filter: { flow: 'few' } },
      options: {},
    });
    await world.flows.stopOperation({ actor: world.admin, id }).catch(() => {});
    await expect(world.flows.stopOperation({ actor: world.admin, id })).rejects.toMatchObject({
      status: 409,
    });
    const [latest] = (await world.flows.operations({ actor: world.admin, limit: 1 })).items;
    expect(latest).toMatchObject({ id });
  });
});

describe('running instances move to another version', () => {
  const timer = (id: string, host: string): string =>
    `<bpmn:boundaryEvent id="${id}" attachedToRef="${host}"><bpmn:timerEventDefinition><bpmn:timeDuration>PT1H</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:boundaryEvent><bpmn:userTask id="${id}_after"/>${sequence(id, `${id}_after`)}`;
  const version = (first: string, second: string, extra = ''): string =>
    process(
      'shop',
      `<bpmn:startEvent id="s"/><bpmn:userTask id="${first}" name="${first}"/><bpmn:userTask id="${second}" name="${second}"/><bpmn:endEvent id="e"/>${sequence('s', first, second, 'e')}${extra}`,
    );

  test('a rehearsal says what would not fit; the rest moves with its waits, new deadlines included', async () => {
    // given two versions: "pack" is renamed, "send" has a deadline now
    await world.deploy(version('pack', 'send'));
    const packing = await world.start('shop');
    const sending = await world.start('shop');
    const [first] = await world.items(sending);
    await world.flows.complete({ actor: world.admin, id: first!.id, variables: {} });
    const [item] = await world.items(packing);
    await world.deploy(version('wrap', 'send', timer('late', 'send')));
    const question = { actor: world.admin, flow: 'shop', from: 1, to: 2 };
    // when it is rehearsed with the same ids
    expect(await world.flows.rehearse({ ...question, mapping: {} })).toMatchObject({
      looked: 2,
      fits: 1,
      isPartial: false,
      problems: [{ element: 'pack', code: 'migrate-element-gone', count: 1, instances: [packing] }],
    });
    const mapping = { pack: 'wrap', f_s_pack: 'f_s_wrap' };
    expect(await world.flows.rehearse({ ...question, mapping })).toMatchObject({ fits: 2, problems: [] });
    expect((await world.instance(packing)).version).toBe(1);
    // when it is done
    const operation = await finished({
      kind: 'migrate',
      selection: { filter: { flow: 'shop', version: 1 } },
      options: { version: 2, mapping },
    });
    // then the same work item waits under its new name, and goes on in the new version
    expect(operation).toMatchObject({ done: 2, failed: 0 });
    expect(await world.items(packing)).toMatchObject([
      { id: item!.id, element: 'wrap', name: 'wrap', version: 2 },
    ]);
    await world.flows.complete({ actor: world.admin, id: item!.id, variables: {} });
    expect((await world.instance(packing)).tokens).toMatchObject([{ element: 'send' }]);
    // and the deadline that is new in it is kept
    await world.advance(2 * 3_600_000);
    expect((await world.instance(sending)).tokens).toMatchObject([{ element: 'late_after' }]);
    const history = await world.history(packing);
    expect(history.find((entry) => entry.element === 'pack')).toMatchObject({ type: 'userTask' });
  });

  test('one that does not fit is refused with all reasons and stays as it is', async () => {
    const id = await world.start('shop');
    await world.deploy(version('other', 'send'));
    const command = { type: 'migrate', version: 3, mapping: {} } as const;
    await expect(world.flows.operate({ actor: world.admin, id, command })).rejects.toMatchObject({
      status: 422,
      code: 'migrate-refused',
      errors: [{ code: 'migrate-element-gone', params: { element: 'wrap' } }],
    });
    expect(await world.instance(id)).toMatchObject({ version: 2, tokens: [{ element: 'wrap' }] });
    const bulk = await finished({
      kind: 'migrate',
      selection: { ids: [id] },
      options: { version: 3, mapping: {} },
    });
    expect(bulk).toMatchObject({ done: 0, failed: 1, failures: [{ instance: id, code: 'migrate-refused' }] });
    await expect(
      world.flows.operate({ actor: world.admin, id, command: { ...command, version: 2 } }),
    ).rejects.toMatchObject({ status: 409, code: 'migrate-same-version' });
  });

  test('what a new event sub-process waits for is waited for', async () => {
    const desk = (extra: string): string =>
      process(
        'desk',
        `<bpmn:startEvent id="s"/><bpmn:userTask id="serve"/>${sequence('s', 'serve')}${extra}`,
      );
    // given one that waits, and a version with an event sub-process that interrupts after an hour
    await world.deploy(desk(''));
    const id = await world.start('desk');
    await world.deploy(
      desk(
        `<bpmn:subProcess id="over" triggeredByEvent="true"><bpmn:startEvent id="hour"><bpmn:timerEventDefinition><bpmn:timeDuration>PT1H</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:startEvent><bpmn:userTask id="explain"/>${sequence('hour', 'explain')}</bpmn:subProcess>`,
      ),
    );
    // when it moves there
    const command = { type: 'migrate', version: 2, mapping: {} } as const;
    await world.flows.operate({ actor: world.admin, id, command });
    expect((await world.instance(id)).tokens).toMatchObject([{ element: 'serve' }]);
    // then the hour counts from then on
    await world.advance(2 * 3_600_000);
    expect((await world.items(id)).map(({ element }) => element)).toEqual(['explain']);
  });

  test('what it called stands at the name that its call activity has there', async () => {
    // given a caller that waits for what it called
    const calling = (id: string): string =>
      process(
        'calling',
        `<bpmn:startEvent id="s"/><bpmn:callActivity id="${id}" calledElement="callee"/><bpmn:userTask id="after"/>${sequence('s', id, 'after')}`,
      );
    await world.deploy(
      process('callee', `<bpmn:startEvent id="s"/><bpmn:userTask id="w"/>${sequence('s', 'w')}`),
    );
    await world.deploy(calling('ask'));
    const id = await world.start('calling');
    await world.deploy(calling('inquire'));
    // when it moves to the version in which that has another id
    const command = { type: 'migrate', version: 2, mapping: { ask: 'inquire' } } as const;
    await world.flows.operate({ actor: world.admin, id, command });
    const [child] = (await world.instance(id)).children;
    expect(child).toMatchObject({ flow: 'callee', element: 'inquire', state: 'active' });
    // then the end of the called one still lets it go on
    const [item] = await world.items(child!.id);
    await world.flows.complete({ actor: world.admin, id: item!.id, variables: {} });
    expect((await world.instance(id)).tokens).toMatchObject([{ element: 'after' }]);
  });
});
