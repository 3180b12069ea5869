import { afterAll, beforeAll, expect, test } from 'vitest';
import english from '../../locales/flow-story.en.json' with { type: 'json' };
import { z } from 'zod';
import channel from '../../locales/channel.zh-CN.json' with { type: 'json' };
import chinese from '../../locales/flow-story.zh-CN.json' with { type: 'json' };
import {
  condition,
  flowWorld,
  process,
  script,
  sequence,
  type FlowWorld,
} from '../../../tests/support/flow-world.ts';
import type { Actor } from '../../access/actor.ts';
import type { TaskType } from '../../task.ts';

let world: FlowWorld;
const refusing: TaskType = {
  id: 'post.send',
  kind: 'transactional',
  input: z.object({}),
  output: z.object({}),
  face: { icon: 'mail', group: 'reach' },
  run: async (calls) =>
    calls.map(() => ({ ok: false, code: 'held-back.no-consent', detail: 'Nobody agreed to news there.' })),
};
let mia: Actor;
beforeAll(async () => {
  const named = { 'field.stage': '阶段', ...channel };
  const texts: Record<string, Record<string, string>> = { en: english, 'zh-CN': { ...chinese, ...named } };
  world = await flowWorld([refusing], { texts });
  mia = await world.person('Mia', ['seller']);
  await world.deploy(
    process(
      'deal',
      `<bpmn:startEvent id="s"/><bpmn:userTask id="call" name="Call customer"><bpmn:extensionElements><relata:assignment candidateRoles="'seller'"/></bpmn:extensionElements></bpmn:userTask>
      <bpmn:exclusiveGateway id="g" default="f_g_e"/><bpmn:userTask id="approve" name="Approval"/><bpmn:endEvent id="e" name="Won"/>
      ${sequence('s', 'call', 'g', 'e')}${sequence('approve', 'e')}
      <bpmn:sequenceFlow id="f_g_approve" sourceRef="g" targetRef="approve">${condition('amount &gt; 5000')}</bpmn:sequenceFlow>`,
    ),
  );
});
afterAll(() => world.close());

const story = async (id: string, actor: Actor): Promise<string[]> =>
  (await world.flows.story({ actor, id })).items.map((item) => item.text);

test('an instance tells who did what, how long it took, why it went on as it did, and what it waits for', async () => {
  // given
  const id = await world.start('deal', { amount: 6_000 });
  const [item] = await world.items(id);
  await world.advance(2 * 3_600_000);
  await world.flows.complete({ actor: mia, id: item!.id, variables: {} });
  // then, in English
  expect(await story(id, world.admin)).toEqual([
    'The system started “deal”.',
    'Mia completed “Call customer” after 2 hours.',
    'Because amount was over 5,000, it went to “Approval”.',
    '“Approval” waits for somebody to take it.',
  ]);
  // and in Chinese
  expect(await story(id, { ...world.admin, locale: 'zh-CN' })).toEqual([
    '系统启动了“deal”。',
    'Mia用时2小时完成了“Call customer”。',
    '由于amount超过5,000，转到“Approval”。',
    '“Approval”正等待有人认领。',
  ]);
});

test('what operators did and how it ended are part of it', async () => {
  const id = await world.start('deal', { amount: 1 });
  const token = (await world.instance(id)).tokens[0]!.id!;
  const changes = [{ do: 'move', token, to: 'approve' } as const];
  await world.flows.operate({
    actor: { ...world.admin, id: mia.id },
    id,
    command: { type: 'modify', changes },
  });
  await world.flows.operate({ actor: world.admin, id, command: { type: 'cancel', reason: 'Lost.' } });
  expect(await story(id, world.admin)).toEqual([
    'The system started “deal”.',
    'Mia changed where it stands: “Call customer” → “Approval”.',
    '“Call customer” was no longer needed.',
    '“Approval” was no longer needed.',
    'It was cancelled: Lost.',
  ]);
});

test('where it stopped, who paused it, changed variables, tried again and marked as done is part of it', async () => {
  // given
  await world.deploy(
    process(
      'repaired',
      `<bpmn:startEvent id="s"/>${script('t', 'missing + 1', 'r').replace('id="t"', 'id="t" name="Add up"')}<bpmn:endEvent id="e"/>${sequence('s', 't', 'e')}`,
    ),
  );
  const id = await world.start('repaired');
  await world.reach(id, 'incident');
  const actor = { ...world.admin, id: mia.id };
  const incident = async (): Promise<string> => (await world.instance(id)).incidents[0]!.id;
  // when
  await world.flows.operate({ actor, id, command: { type: 'suspend' } });
  await world.flows.operate({ actor, id, command: { type: 'resume' } });
  await world.flows.operate({ actor, id, command: { type: 'set-variables', variables: { note: 'x' } } });
  await world.flows.retry({ actor, id: await incident() });
  await expect.poll(async () => (await world.instance(id)).incidents).toHaveLength(1);
  await world.flows.resolve({ actor, id: await incident() });
  // then
  const stopped = expect.stringMatching(/^It stopped at “Add up”: There is no “missing” here/);
  expect(await story(id, world.admin)).toEqual([
    'The system started “repaired”.',
    stopped,
    'Mia paused it.',
    'Mia resumed it.',
    'Mia changed variables: note.',
    'Mia tried “Add up” again.',
    stopped,
    'Mia marked “Add up” as done.',
    '“Add up” was done.',
    'It was completed.',
  ]);
});

test('who moved it to another version, and from which, is part of it', async () => {
  // given
  const version = (name: string): string =>
    process(
      'moved',
      `<bpmn:startEvent id="s"/><bpmn:userTask id="u" name="${name}"/><bpmn:endEvent id="e"/>${sequence('s', 'u', 'e')}`,
    );
  await world.deploy(version('Look'));
  const id = await world.start('moved');
  await world.deploy(version('Look again'));
  // when
  const command = { type: 'migrate', version: 2, mapping: {} } as const;
  await world.flows.operate({ actor: { ...world.admin, id: mia.id }, id, command });
  // then
  const moved = 'Mia moved it from version 1 of the flow to version 2.';
  expect(await story(id, world.admin)).toContain(moved);
  expect(await story(id, { ...world.admin, locale: 'zh-CN' })).toContain(
    'Mia将其从流程的版本 1 迁移到版本 2。',
  );
});

test('reasons are told by the names of fields and options, and what failed says of what, not by a code', async () => {
  // given
  await world.deploy(
    process(
      'newsletter',
      `<bpmn:startEvent id="s"/><bpmn:exclusiveGateway id="g" default="f_g_e"/>
      <bpmn:serviceTask id="send" name="Send"><bpmn:extensionElements><relata:task type="post.send"/></bpmn:extensionElements></bpmn:serviceTask>
      <bpmn:boundaryEvent id="b" attachedToRef="send"><bpmn:errorEventDefinition/></bpmn:boundaryEvent><bpmn:endEvent id="e"/>
      ${sequence('s', 'g', 'e')}${sequence('send', 'e')}${sequence('b', 'e')}
      <bpmn:sequenceFlow id="f_g_send" sourceRef="g" targetRef="send">${condition("$subject.stage = 'won'")}</bpmn:sequenceFlow>`,
      { attributes: 'relata:subject="deal"' },
    ),
  );
  const [record] = await world.create('deal', [{ name: 'Pump', stage: 'won' }]);
  // when
  const id = await world.start('newsletter', {}, { subject: { entity: 'deal', id: record! } });
  await world.reach(id, 'completed');
  // then
  expect(await story(id, { ...world.admin, locale: 'zh-CN' })).toEqual([
    '系统启动了“newsletter”。',
    '由于阶段为赢单，转到“Send”。',
    '“Send”失败：没有发送：此人没有同意接收这类消息。',
    '已完成。',
  ]);
});

test('what it waits for besides people is told: a time, a message, the flow that it called', async () => {
  // given
  const child = `<bpmn:startEvent id="s"/><bpmn:userTask id="look" name="Look"/><bpmn:endEvent id="e"/>`;
  await world.deploy(process('credit', `${child}${sequence('s', 'look', 'e')}`));
  const timer =
    '<bpmn:timerEventDefinition><bpmn:timeDuration>P3D</bpmn:timeDuration></bpmn:timerEventDefinition>';
  const message = '<bpmn:messageEventDefinition messageRef="m"/>';
  await world.deploy(
    process(
      'patient',
      `<bpmn:startEvent id="s"/><bpmn:parallelGateway id="g"/>
      <bpmn:intermediateCatchEvent id="pause" name="Pause">${timer}</bpmn:intermediateCatchEvent>
      <bpmn:intermediateCatchEvent id="reply" name="Reply">${message}</bpmn:intermediateCatchEvent>
      <bpmn:callActivity id="check" name="Check" calledElement="credit"/><bpmn:endEvent id="e"/>
      ${sequence('s', 'g', 'pause', 'e')}${sequence('g', 'reply', 'e')}${sequence('g', 'check', 'e')}`,
      { extra: '<bpmn:message id="m" name="answer.came"/>' },
    ),
  );
  // when
  const id = await world.start('patient');
  await world.advance(86_400_000);
  // then
  const told = await story(id, world.admin);
  expect(told[0]).toBe('The system started “patient”.');
  expect(told.slice(1).toSorted()).toEqual([
    '“Check” waits for “credit” to end.',
    '“Pause” goes on in 2 days.',
    '“Reply” waits for a message.',
  ]);
  // and no more once it is paused by an operator
  await world.flows.operate({ actor: world.admin, id, command: { type: 'suspend' } });
  expect((await story(id, world.admin)).at(-1)).toMatch(/suspended/);
  expect(await story(id, world.admin)).toHaveLength(3);
});
