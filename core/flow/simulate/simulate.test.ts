import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { defineTask, ok } from '../../task.ts';
import { recordTasks } from '../tasks/record-tasks.ts';
import {
  condition,
  flowWorld,
  process,
  script,
  sequence,
  service,
  type FlowWorld,
} from '../../../tests/support/flow-world.ts';
import { Problem } from '../../errors.ts';
import { tracesOf } from '../../../tests/support/trial-traces.ts';
import type { SimulateInput } from '../commands/simulate-flow.ts';
import type { Simulated } from './types.ts';

let world: FlowWorld;
let sent = 0;
const mail = defineTask({
  id: 'test.mail',
  kind: 'external',
  input: z.object({ to: z.string(), subject: z.string() }),
  output: z.object({ id: z.string() }),
  face: { icon: 'mail', group: 'reach' },
  run: (calls) => {
    sent += calls.length;
    return Promise.resolve(calls.map(() => ok({ id: 'real' })));
  },
});

beforeAll(async () => {
  world = await flowWorld([mail, ...recordTasks]);
});
afterAll(() => world.close());

const trial = (flow: string, input: Partial<SimulateInput> = {}): Promise<Simulated> =>
  world.flows.simulate({
    actor: world.admin,
    flow,
    isCompared: true,
    variables: {},
    answers: {},
    limit: 20,
    ...input,
  });

const about = { attributes: 'relata:subject="deal"' };
const setStage = (id: string, stage: string): string =>
  service(id, 'core.update-record', {
    inputs: [
      'name="entity" value="\'deal\'"',
      'name="id" value="$subject.id"',
      `name="values" value="{'stage': '${stage}'}"`,
    ],
  });
const ask = (extension = ''): string =>
  `<bpmn:userTask id="ask" name="Approve"><bpmn:extensionElements><relata:assignment candidateRoles="'seller'"/><relata:field id="approve" type="boolean" required="true"/>${extension}</bpmn:extensionElements></bpmn:userTask>`;

const approval = (limit: number, extension = ''): string =>
  process(
    'approval',
    `<bpmn:startEvent id="s"/>${ask(extension)}<bpmn:exclusiveGateway id="g" default="no"/>
     ${setStage('win', 'won')}${service('mail', 'test.mail', { inputs: ['name="to" value="\'a@b.c\'"', 'name="subject" value="$subject.name"'] })}
     <bpmn:endEvent id="e" name="Done"/>
     <bpmn:sequenceFlow id="f1" sourceRef="s" targetRef="ask"/><bpmn:sequenceFlow id="f2" sourceRef="ask" targetRef="g"/>
     <bpmn:sequenceFlow id="yes" sourceRef="g" targetRef="win">${condition(`approve and $subject.amount &gt; ${limit}`)}</bpmn:sequenceFlow>
     <bpmn:sequenceFlow id="no" sourceRef="g" targetRef="e"/>${sequence('win', 'mail', 'e')}`,
    about,
  );

test('tells path, changes, work and calls of a record, and leaves nothing behind', async () => {
  // given
  await world.deploy(approval(100));
  const [id] = await world.create('deal', [{ name: 'GTK 500', amount: 150 }]);
  const before = await tracesOf(world.sql);
  // when
  const { trials, counts, entity } = await trial('approval', { records: [id!] });
  // then
  expect(entity).toBe('deal');
  expect(trials).toHaveLength(1);
  const [one] = trials;
  expect(one).toMatchObject({ state: 'completed', record: { title: 'GTK 500' }, at: ['e'] });
  expect(one!.passed).toEqual([
    's',
    'f1',
    'ask',
    'f2',
    'g',
    'yes',
    'win',
    'f_win_mail',
    'mail',
    'f_mail_e',
    'e',
  ]);
  expect(one!.changes).toMatchObject([
    {
      entity: 'deal',
      id,
      title: 'GTK 500',
      kind: 'updated',
      fields: { stage: { before: 'new', after: 'won' } },
    },
  ]);
  expect(one!.workItems).toMatchObject([{ element: 'ask', name: 'Approve', roles: ['seller'] }]);
  expect(one!.calls).toMatchObject([{ task: 'test.mail', input: { to: 'a@b.c', subject: 'GTK 500' } }]);
  expect(one!.standIns).toMatchObject([
    { element: 'ask', by: 'default', value: { approve: true } },
    { element: 'mail', by: 'default' },
  ]);
  expect(one!.path.find((step) => step.element === 'ask' && step.event === 'completed')?.data).toEqual({
    approve: true,
  });
  expect(counts.tried.passed).toMatchObject({ win: 1, yes: 1 });
  expect(await tracesOf(world.sql)).toEqual(before);
  expect(sent).toBe(0);
});

test('a draft is tried beside the version that runs', async () => {
  const ids = await world.create('deal', [
    { name: 'small', amount: 150 },
    { name: 'large', amount: 900 },
  ]);
  const { trials, counts, version, running } = await trial('approval', { xml: approval(500), records: ids });
  expect([version, running]).toEqual([null, { version: 1 }]);
  expect(trials.map((one) => one.passed.includes('win'))).toEqual([false, true]);
  expect(trials.map((one) => one.running?.passed.includes('win'))).toEqual([true, true]);
  expect([counts.tried.passed['win'], counts.running?.passed['win']]).toEqual([1, 2]);
});

test('answers and examples stand in, estimates move the clock, errors are caught as at work', async () => {
  const [id] = await world.create('deal', [{ name: 'x', amount: 900 }]);
  const xml = approval(500, `<relata:example output="{'approve': false}"/><relata:estimate duration="P2D"/>`);
  const [refused] = (await trial('approval', { xml, records: [id!] })).trials;
  expect(refused).toMatchObject({ state: 'completed', lasted: 2 * 86_400_000, changes: [] });
  const answers = { ask: { output: { approve: true } }, mail: { error: 'mail-refused' } };
  const [failed] = (await trial('approval', { xml, records: [id!], answers })).trials;
  expect(failed).toMatchObject({ state: 'failed', why: 'trial.failed' });
});

test('timers fire in due order, and what nothing stands in for is waited for', async () => {
  const xml = process(
    'waits',
    `<bpmn:startEvent id="s"/><bpmn:userTask id="u"><bpmn:extensionElements><relata:estimate duration="P3D"/></bpmn:extensionElements></bpmn:userTask>
     <bpmn:boundaryEvent id="b" attachedToRef="u" cancelActivity="false"><bpmn:timerEventDefinition><bpmn:timeCycle>R/P1D</bpmn:timeCycle></bpmn:timerEventDefinition></bpmn:boundaryEvent>
     ${script('remind', '1', 'reminded')}<bpmn:endEvent id="be"/>${sequence('b', 'remind', 'be')}
     <bpmn:receiveTask id="r" name="Reply" messageRef="m"/><bpmn:endEvent id="e"/>${sequence('s', 'u', 'r', 'e')}`,
    { extra: '<bpmn:message id="m" name="reply"/>' },
  );
  const { trials, entity } = await trial('waits', { xml });
  expect(entity).toBeNull();
  expect(trials).toMatchObject([{ record: null, state: 'waiting', why: 'trial.waits-message', at: ['r'] }]);
  const fired = trials[0]!.path.filter((step) => step.element === 'remind' && step.event === 'completed');
  expect(fired.length).toBe(2);
  const { trials: answered } = await trial('waits', { xml, answers: { r: { output: {} } } });
  expect(answered).toMatchObject([{ state: 'completed' }]);
});

test('loops without end, scripts without end and broken files are told, not run for ever', async () => {
  const loop = process(
    'loop',
    `<bpmn:startEvent id="s"/>${script('a', '1', 'x')}${script('b', '2', 'x')}${sequence('s', 'a', 'b', 'a')}`,
  );
  expect((await trial('loop', { xml: loop })).trials).toMatchObject([
    { state: 'incident', incidents: [{ code: 'flow.step-limit' }], isCut: true },
  ]);
  const waits = process(
    'rounds',
    `<bpmn:startEvent id="s"/><bpmn:userTask id="u"/>${sequence('s', 'u', 'u')}`,
  );
  expect((await trial('rounds', { xml: waits })).trials).toMatchObject([{ state: 'limit' }]);
  const endless = process(
    'endless',
    `<bpmn:startEvent id="s"/>${script('a', '($f := function($n) { $f($n + 1) }; $f(1))', 'x')}${sequence('s', 'a')}`,
  );
  expect((await trial('endless', { xml: endless })).trials).toMatchObject([{ state: 'incident', at: ['a'] }]);
  await expect(trial('loop', { xml: '<broken' })).rejects.toMatchObject({ code: 'flow-refused' });
  await expect(trial('other', { xml: loop })).rejects.toMatchObject({ code: 'trial-flow-missing' });
}, 30_000);

test('records that one may not see are not tried, and their changes are not told', async () => {
  const [id] = await world.create('deal', [{ name: 'x', amount: 1 }]);
  const nobody = await world.person('Nobody', []);
  await expect(trial('approval', { actor: nobody, records: [id!] })).rejects.toBeInstanceOf(Problem);
  const xml = process(
    'hidden',
    `<bpmn:startEvent id="s"/>${service('c', 'core.create-record', { inputs: ['name="entity" value="\'product\'"', `name="values" value="{'name': 'secret'}"`] })}${sequence('s', 'c')}`,
  );
  const { trials } = await trial('hidden', { actor: nobody, xml });
  expect(trials[0]!.changes).toMatchObject([{ entity: 'product', title: null, fields: {}, isHidden: true }]);
});

test('the records of the last month that would have started it, by each version', async () => {
  const starting = (limit: number): string =>
    process(
      'big',
      `<bpmn:startEvent id="s"><bpmn:conditionalEventDefinition id="c"><bpmn:extensionElements><relata:record entity="deal" on="created updated"/></bpmn:extensionElements><bpmn:condition xsi:type="bpmn:tFormalExpression">$record.amount &gt; ${limit}</bpmn:condition></bpmn:conditionalEventDefinition></bpmn:startEvent>${script('t', '$subject.amount', 'n')}${sequence('s', 't')}`,
      about,
    );
  await world.deploy(starting(5_000));
  const [grown, large] = await world.create('deal', [
    { name: 'grown', amount: 10 },
    { name: 'large', amount: 9_000 },
  ]);
  await world.records.write({
    actor: world.admin,
    changes: [{ op: 'update', entity: 'deal', id: grown!, values: { amount: 2_000 } }],
  });
  const { trials, found } = await trial('big', { xml: starting(1_000), since: Date.now() - 3_600_000 });
  expect(found).toBe(2);
  expect(new Map(trials.map((one) => [one.record!.id, [one.state, one.running?.state]]))).toEqual(
    new Map([
      [grown, ['completed', undefined]],
      [large, ['completed', 'completed']],
    ]),
  );
});

test('a record that somebody is changing is told, and holds nobody up', async () => {
  const [id] = await world.create('deal', [{ name: 'x', amount: 900 }]);
  await world.sql.begin(async (tx) => {
    await tx`select 1 from data.deal where id = ${id!} for update`;
    const { trials } = await trial('approval', { records: [id!] });
    expect(trials).toMatchObject([{ changes: [] }]);
    expect(trials[0]!.state).not.toBe('completed');
  });
}, 30_000);
