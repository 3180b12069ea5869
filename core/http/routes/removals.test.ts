/** Kind by kind: what something names is not taken away silently. It is refused with the places, or told beforehand. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Problem } from '../../errors.ts';
import { systemActor } from '../../access/index.ts';
import { appWorld, type Answer, type AppWorld } from '../../../tests/support/app-world.ts';
import { sentenceOf } from '../problem.ts';

let world: AppWorld;
const ids: Record<string, string> = {};
beforeAll(async () => {
  world = await appWorld();
  await world.person('Root', ['administrator']);
  for (const [name, make] of Object.entries(made)) ids[name] = await make();
}, 60_000);
afterAll(() => world.close());

const ask = (method: string, path: string, body?: unknown): Promise<Answer> =>
  world.call('Root', method, path, body);

async function post(path: string, body: unknown): Promise<string> {
  const answer = await ask('POST', path, body);
  expect([path, answer.status, answer.body['errors']]).toEqual([path, 201, undefined]);
  return String(answer.body['id']);
}

const flow = (key: string, step: string): Promise<unknown> =>
  post('/api/flows', {
    xml: `<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:relata="urn:relata:bpmn:1" id="d" targetNamespace="t"><bpmn:process id="${key}" name="Flow ${key}" isExecutable="true"><bpmn:startEvent id="s"/>${step}<bpmn:endEvent id="e"/><bpmn:sequenceFlow id="a" sourceRef="s" targetRef="x"/><bpmn:sequenceFlow id="b" sourceRef="x" targetRef="e"/></bpmn:process></bpmn:definitions>`,
  });
const userTask = (inside: string): string =>
  `<bpmn:userTask id="x" name="X"><bpmn:extensionElements>${inside}</bpmn:extensionElements></bpmn:userTask>`;
const entity = (id: string, fields: object = {}) => ({
  ...{ id, title: 'name', label: { one: { en: id }, many: { en: id } } },
  fields: { name: { type: 'text', label: { en: 'Name' } }, ...fields },
});

/** Each thing, and a place that names it. */
const made: Record<string, () => Promise<string>> = {
  role: async () => {
    await post('/api/roles', { id: 'north', label: { en: 'North' }, grants: [], permissions: [] });
    await flow('by-role', userTask(`<relata:assignment candidateRoles="['north']"/>`));
    return 'north';
  },
  screen: async () => {
    const id = await post('/api/screens', { kind: 'form', entity: 'account', label: { en: 'Ask' } });
    await flow('by-form', userTask(`<relata:form screen="${id}"/>`));
    return id;
  },
  report: async () => {
    const definition = {
      entity: 'account',
      groups: [],
      measures: [{ id: 'n', function: 'count' }],
      chart: 'number',
    };
    const id = await post('/api/reports', { name: 'Count', sharing: 'everybody', roles: [], definition });
    await flow(
      'by-report',
      `<bpmn:serviceTask id="x" name="X"><bpmn:extensionElements><relata:task type="core.measure-report"><relata:input name="report" value="'${id}'"/></relata:task></bpmn:extensionElements></bpmn:serviceTask>`,
    );
    return id;
  },
  flow: async () => {
    await flow('called', userTask('<relata:assignment assignee="$subject.owner.id"/>'));
    await flow('caller', '<bpmn:callActivity id="x" name="X" calledElement="called"/>');
    return 'called';
  },
  person: async () => {
    const id = await post('/api/users', { name: 'Kim', email: 'kim@example.org', roles: [] });
    await flow('by-person', userTask(`<relata:assignment assignee="'${id}'"/>`));
    return id;
  },
  team: async () => {
    const team = await post('/api/teams', { name: 'East' });
    await post('/api/users', { name: 'Lou', email: 'lou@example.org', roles: [], team });
    return team;
  },
  template: async () => {
    const id = await post('/api/records/template', { name: 'T', subject: 'S', body: 'B' });
    await post('/api/records/campaign', { name: 'By template', template: id });
    return id;
  },
  segment: async () => {
    const id = await post('/api/records/segment', { name: 'All', condition: { where: {} } });
    await post('/api/records/campaign', { name: 'By segment', audience: id });
    return id;
  },
  list: async () => {
    const id = await post('/api/records/segment', { name: 'Kept by hand' });
    await post('/api/records/campaign', { name: 'By list', audience: id });
    return id;
  },
  entity: async () => {
    await post('/api/entities', entity('shop', { city: { type: 'text', label: { en: 'City' } } }));
    await post(
      '/api/entities',
      entity('lease', { shop: { type: 'relation', entity: 'shop', label: { en: 'Shop' } } }),
    );
    return 'shop';
  },
  view: async () => {
    const definition = { conditions: [{ field: 'city', operator: 'is', value: 'Oslo' }] };
    return post('/api/views', {
      entity: 'shop',
      kind: 'list',
      name: 'Oslo',
      sharing: 'everybody',
      definition,
    });
  },
};

interface Refused {
  kind: string;
  method?: string;
  path: (id: string) => string;
  body?: object;
  en: RegExp;
  zh: RegExp;
}

test.each<Refused>([
  { kind: 'role', path: (id) => `/api/roles/${id}`, en: /Flow “Flow by-role”/, zh: /流程“Flow by-role”/ },
  { kind: 'screen', path: (id) => `/api/screens/${id}`, en: /Flow “Flow by-form”/, zh: /流程“Flow by-form”/ },
  {
    kind: 'report',
    path: (id) => `/api/reports/${id}`,
    en: /Flow “Flow by-report”/,
    zh: /流程“Flow by-report”/,
  },
  { kind: 'team', path: (id) => `/api/teams/${id}`, en: /East/, zh: /East/ },
  { kind: 'template', path: (id) => `/api/records/template/${id}`, en: /[Cc]ampaign/, zh: /活动/ },
  { kind: 'segment', path: (id) => `/api/records/segment/${id}`, en: /[Cc]ampaign/, zh: /活动/ },
  { kind: 'list', path: (id) => `/api/records/segment/${id}`, en: /[Cc]ampaign/, zh: /活动/ },
  {
    ...{
      kind: 'entity',
      method: 'POST',
      path: (id) => `/api/entities/${id}/changes`,
      body: { remove: true },
    },
    ...{ en: /“Shop” of “lease”/, zh: /Shop/ },
  },
])(
  'a $kind stays while something names it, and it is told where',
  async ({ kind, method = 'DELETE', path, body, en, zh }) => {
    for (const [locale, sentence] of [
      ['en', en],
      ['zh-CN', zh],
    ] as const) {
      // With the key, which has no language of its own.
      const language = { 'accept-language': locale };
      const { status, body: told } = await world.call('admin', method, path(ids[kind]!), body, language);
      expect([409, 422]).toContain(status);
      expect(JSON.stringify([told['detail'], told['errors']])).toMatch(sentence);
      expect(JSON.stringify(told)).not.toMatch(/\{\{/);
      if (locale === 'zh-CN') expect(told['detail']).toMatch(/[\u4e00-\u9fff]/);
    }
  },
);

test('a called flow is not taken back with its pack while another calls it; with that one it is', async () => {
  const part = world.configuration.parts().find(({ kind }) => kind === 'flow')!;
  const context = { actor: systemActor, requestId: 'undo', at: 0, isUndo: true };
  const refused = await part
    .apply([{ id: 'called', content: null }], context)
    .catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(Problem);
  // The cast: just looked at.
  expect(sentenceOf(world.registry, 'en', refused as Problem)).toBe(
    '“called” is still called by: Flow caller. Take it out there first.',
  );
  const gone = ['called', 'caller'].map((id) => ({ id, content: null }));
  await part.apply(gone, context);
  expect(await Promise.all(gone.map(({ id }) => part.has(id)))).toEqual([false, false]);
});

test('who deactivates a person is told of the flows that give work to them by name', async () => {
  const { body } = await ask('GET', `/api/users/${ids['person']}/holdings`);
  expect(body['flows']).toEqual([{ key: 'by-person', title: 'Flow by-person' }]);
});

test('a field is taken away only by who has seen what it breaks; the view then says so', async () => {
  const removal = { operations: [{ op: 'removeField', id: 'city' }] };
  const { body: plan } = await ask('POST', '/api/entities/shop/plan', removal);
  expect(plan['uses']).toMatchObject([{ kind: 'view', name: 'Oslo', field: 'city' }]);
  await ask('POST', '/api/entities/shop/changes', { ...removal, isConfirmed: true });
  const { body: views } = await ask('GET', '/api/views?entity=shop');
  expect(views.items).toMatchObject([{ id: ids['view'], problems: [expect.stringContaining('“City”')] }]);
  // when the view goes that somebody begins with, then they begin with the list as it is
  await ask('PUT', '/api/views/default', { entity: 'shop', kind: 'list', view: ids['view'] });
  expect((await ask('DELETE', `/api/views/${ids['view']}`)).status).toBe(204);
  expect((await ask('GET', '/api/views?entity=shop')).body.items).toEqual([]);
});
