/** What a flow names and is not there: deployment remarks on it, and the run says it or waits where somebody finds it. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { flowWorld, process, sequence, service, type FlowWorld } from '../../../tests/support/flow-world.ts';
import { recordTasks } from '../tasks/record-tasks.ts';
import flowTexts from '../../locales/flow.en.json' with { type: 'json' };
import incidentTexts from '../../locales/flow-incident.en.json' with { type: 'json' };
import httpTexts from '../../locales/http.en.json' with { type: 'json' };

let world: FlowWorld;
beforeAll(async () => {
  world = await flowWorld(recordTasks, { texts: { en: { ...flowTexts, ...incidentTexts, ...httpTexts } } });
});
afterAll(() => world.close());

const work = (assignment: string): string =>
  `<bpmn:userTask id="x" name="Look"><bpmn:extensionElements><relata:assignment ${assignment}/></bpmn:extensionElements></bpmn:userTask>`;
const about = (entity: string): string =>
  service('x', 'core.create-record', {
    inputs: [`name="entity" value="'${entity}'"`, `name="values" value="{'name': 'N'}"`],
    retry: '<relata:retry times="0"/>',
  });

const deployed = async (key: string, step: string): Promise<string[]> => {
  const inner = `<bpmn:startEvent id="s"/>${step}<bpmn:endEvent id="e"/>${sequence('s', 'x', 'e')}`;
  const { warnings } = await world.flows.deploy({ actor: world.admin, xml: process(key, inner) });
  return warnings.map(({ message }) => message);
};

test.each([
  [
    'an entity',
    about('gone.shop'),
    'works with records of “gone.shop”',
    'There is no entity “gone.shop” here.',
  ],
  [
    'an entity that is read',
    `<bpmn:scriptTask id="x" name="Look" scriptFormat="jsonata" relata:resultVariable="r"><bpmn:script>$get('gone.shop', '01a20b5c-6aaa-7000-933b-f82333cd92bb').name</bpmn:script></bpmn:scriptTask>`,
    'works with records of “gone.shop”',
    'There is no entity “gone.shop” here.',
  ],
  [
    'a called flow',
    '<bpmn:callActivity id="x" name="Look" calledElement="gone-flow"/>',
    'calls the flow “gone-flow”, which is not deployed',
    'calls the flow “gone-flow”, which is not deployed',
  ],
])('%s that is gone: a remark, and an incident with the sentence', async (kind, step, remark, sentence) => {
  const key = kind.replaceAll(' ', '-');
  expect(await deployed(key, step)).toEqual([expect.stringContaining(remark)]);
  const { incidents } = await world.reach(await world.start(key), 'incident');
  expect(incidents).toEqual([
    expect.objectContaining({ element: 'x', message: expect.stringContaining(sentence) }),
  ]);
});

test.each([
  ['role', `candidateRoles="['gone.keeper']"`, 'goes to the role “gone.keeper”, which does not exist', null],
  ['person', `assignee="'gone@example.org'"`, 'goes to somebody (gone@example.org)', 'assignee-nobody'],
])('a %s that is gone: a remark, and work that operators find', async (kind, assignment, remark, note) => {
  expect(await deployed(`work-of-${kind}`, work(assignment))).toEqual([expect.stringContaining(remark)]);
  const [item] = await world.items(await world.start(`work-of-${kind}`));
  expect(item).toMatchObject({ assignee: null, note });
});

test('a person who left: a remark with the address, and work that nobody has', async () => {
  const left = await world.person('Left', []);
  await world.sql`update core."user" set is_active = false where id = ${left.userId}`;
  expect(await deployed('work-of-left', work(`assignee="'${left.userId!}'"`))).toHaveLength(1);
  const [item] = await world.items(await world.start('work-of-left'));
  expect(item).toMatchObject({ assignee: null, note: 'assignee-left' });
});
