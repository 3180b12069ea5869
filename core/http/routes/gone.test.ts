/** What refers to something that is gone says so where it stands, and nothing falls over. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemActor } from '../../access/index.ts';
import { appWorld, type Answer, type AppWorld } from '../../../tests/support/app-world.ts';

let world: AppWorld;
beforeAll(async () => {
  world = await appWorld();
  await world.person('Root', ['administrator']);
});
afterAll(() => world.close());

async function ask(method: string, path: string, body?: unknown): Promise<Answer> {
  const answer = await world.call('Root', method, path, body);
  expect([path, answer.status < 500]).toEqual([path, true]);
  return answer;
}

const count = {
  ...{ entity: 'account', groups: [], chart: 'number' },
  measures: [{ id: 'n', function: 'count' }],
};

interface Tree {
  children: { id: string; children: unknown[] }[];
}

/** A dashboard with the part; answers its path. */
async function dashboardWith(part: object): Promise<string> {
  const { body: made } = await ask('POST', '/api/screens', {
    ...{ kind: 'dashboard', entity: 'account', label: { en: 'Wall' } },
  });
  const path = `/api/screens/${String(made['id'])}`;
  const { body: opened } = await ask('GET', path);
  const tree = opened['tree'] as Tree; // the shape that the designer reads
  tree.children.find(({ id }) => id === '#body')!.children.push(part);
  expect((await ask('PUT', path, { version: opened['version'], tree })).status).toBe(200);
  return path;
}

const problemsOf = async (path: string): Promise<unknown[]> =>
  ((await ask('GET', path)).body['problems'] as { text: string }[]).map(({ text }) => text);

const listedProblems = async (path: string): Promise<unknown> =>
  (await ask('GET', '/api/screens')).body.items.find(({ id }) => path.endsWith(String(id)))!['problems'];

test('a report stays while a dashboard shows it; where it is gone all the same, who builds the dashboard is told', async () => {
  const { body: report } = await ask('POST', '/api/reports', {
    ...{ name: 'Accounts', sharing: 'everybody', roles: [], definition: count },
  });
  const path = await dashboardWith({ id: 'r', node: 'report', report: report['id'] });
  expect([await problemsOf(path), await listedProblems(path)]).toEqual([[], 0]);
  const id = String(report['id']);
  expect((await ask('DELETE', `/api/reports/${id}`)).body).toMatchObject({
    code: 'report-named',
    detail: 'This report is still named by: Screen “Wall”. Take it out there first.',
  });
  // when the pack that brought it is taken back
  const part = world.configuration.parts().find(({ kind }) => kind === 'report')!;
  await part.apply([{ id, content: null }], { actor: systemActor, requestId: 'undo', at: 0, isUndo: true });
  expect(await problemsOf(path)).toEqual([
    'The report that stands here was removed. Choose another, or remove this part.',
  ]);
  expect(await listedProblems(path)).toBe(1);
  expect((await ask('GET', '/api/meta')).status).toBe(200);
});

test('a role that others name stays, and says where; without them its navigation goes with it', async () => {
  const role = { id: 'north', label: { en: 'North' }, grants: [], permissions: [] };
  await ask('POST', '/api/roles', role);
  const shared = { sharing: 'roles', roles: ['north'] };
  const { body: view } = await ask('POST', '/api/views', {
    ...{ entity: 'contact', kind: 'list', name: 'Ours', ...shared, definition: {} },
  });
  const { body: report } = await ask('POST', '/api/reports', {
    ...{ name: 'Figures', ...shared, definition: count },
  });
  await ask('PUT', '/api/navigation', { role: 'north', layout: { groups: [] }, version: 0 });
  const { status: drawn } = await ask('POST', '/api/flows', { xml: visit });
  expect(drawn).toBe(201);
  // when it is to go
  const refused = await ask('DELETE', '/api/roles/north');
  // then it is told who would be without it
  expect([refused.status, refused.body['detail']]).toEqual([
    409,
    'This role is still named by: Report “Figures”, Saved view “Ours”, Flow “Visit”. Take it out there first.',
  ]);
  const told = await world.call('admin', 'DELETE', '/api/roles/north', undefined, {
    'accept-language': 'zh',
  });
  expect(told.body['detail']).toContain('报表“Figures”');
  // when that is done
  await ask('DELETE', `/api/reports/${String(report['id'])}`);
  await ask('DELETE', `/api/views/${String(view['id'])}`);
  await ask('POST', '/api/flows', { xml: visit.replace("['north']", "['administrator']") });
  expect((await ask('DELETE', '/api/roles/north')).status).toBe(200);
  // then nothing of it is left, and a pack of what is here can be imported elsewhere
  const kept = await Promise.all(world.configuration.parts().map((part) => part.items()));
  expect(JSON.stringify(kept)).not.toContain('north');
});

const visit = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:relata="urn:relata:bpmn:1" id="visits" targetNamespace="urn:test">
  <bpmn:process id="visit" name="Visit" isExecutable="true">
    <bpmn:startEvent id="s"/>
    <bpmn:userTask id="t" name="Visit them"><bpmn:extensionElements><relata:assignment candidateRoles="['north']"/></bpmn:extensionElements></bpmn:userTask>
    <bpmn:endEvent id="e"/>
    <bpmn:sequenceFlow id="a" sourceRef="s" targetRef="t"/>
    <bpmn:sequenceFlow id="b" sourceRef="t" targetRef="e"/>
  </bpmn:process>
</bpmn:definitions>`;
