/** What refers to something that is gone says so where it stands, and nothing falls over. */
import { afterAll, beforeAll, expect, test } from 'vitest';
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

test('a dashboard whose report was removed says so to who builds it, also in the list of screens', async () => {
  const { body: report } = await ask('POST', '/api/reports', {
    ...{ name: 'Accounts', sharing: 'everybody', roles: [], definition: count },
  });
  const path = await dashboardWith({ id: 'r', node: 'report', report: report['id'] });
  expect([await problemsOf(path), await listedProblems(path)]).toEqual([[], 0]);
  await ask('DELETE', `/api/reports/${String(report['id'])}`);
  expect(await problemsOf(path)).toEqual([
    'The report that stands here was removed. Choose another, or remove this part.',
  ]);
  expect(await listedProblems(path)).toBe(1);
  expect((await ask('GET', '/api/meta')).status).toBe(200);
});
