import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase, type TestDatabase } from '../../../tests/support/database.ts';
import { ended, importParts, type ImportParts } from '../../../tests/support/import-services.ts';
import { readConfig } from '../../config.ts';
import { createConfiguration } from '../../configuration/index.ts';
import { createLog } from '../../log.ts';
import type { Services } from '../../services.ts';
import { createApp, type App } from '../app.ts';
import { exportRoutes } from './exports.ts';
import { fileRoutes } from './files.ts';
import { importRoutes } from './imports.ts';

const key = 'k'.repeat(40);
let database: TestDatabase;
let parts: ImportParts;
let stopJobs: () => Promise<void>;
let app: App;

beforeAll(async () => {
  database = await testDatabase();
  parts = await importParts(database.sql);
  stopJobs = await parts.runJobs(database.url);
  const config = readConfig({ RELATA_ADMIN_KEY: key });
  // The cast: these routes use nothing of the services that are left out, and every request carries the key.
  const configuration = createConfiguration({ sql: database.sql });
  const services = { ...parts, config, configuration, log: createLog('silent') } as unknown as Services;
  app = createApp(services, [
    ...importRoutes(parts),
    ...exportRoutes(parts),
    ...fileRoutes({ files: parts.files }),
  ]);
});
afterAll(async () => {
  await stopJobs();
  await database.close();
});

const send = (method: string, path: string, init: RequestInit = {}): Promise<Response> =>
  Promise.resolve(
    app.fetch(
      new Request(`http://localhost${path}`, {
        method,
        ...init,
        headers: { authorization: `Bearer ${key}`, ...(init.headers as Record<string, string>) },
      }),
    ),
  );
const json = (body: unknown): RequestInit => ({
  body: JSON.stringify(body),
  headers: { 'content-type': 'application/json' },
});

async function upload(target: string, text: string): Promise<{ id: string; mapping: object[] }> {
  const form = new FormData();
  form.set('target', target);
  form.set('file', new File([text], 'people.csv'));
  const answer = await send('POST', '/api/imports', { body: form });
  expect(answer.status).toBe(201);
  return (await answer.json()) as { id: string; mapping: object[] };
}

test('from an upload over a preview to records, and the rejected rows come down', async () => {
  const { id, mapping } = await upload('contact', 'name,email\nAnn,ann@example.org\nBob,nothing\n');
  expect(mapping).toMatchObject([{ field: 'name' }, { field: 'email' }]);

  const seen = await (await send('POST', `/api/imports/${id}/preview`, json({}))).json();
  expect(seen).toMatchObject({ created: 1, rejected: 1, reasons: [{ field: 'email', count: 1 }] });
  expect((seen as { reasons: { message: string }[] }).reasons[0]!.message).toContain('“nothing”');

  expect((await send('POST', `/api/imports/${id}/run`)).status).toBe(202);
  await ended(parts, id);
  const view = await (await send('GET', `/api/imports/${id}`)).json();
  expect(view).toMatchObject({ state: 'completed', progress: { read: 2, written: 1, rejected: 1 } });

  const csv = await (await send('GET', `/api/imports/${id}/rejected`)).text();
  expect(csv).toMatch(/^name,email,relata_row,relata_reason\r\nBob,nothing,2,/);
  const again = await send('POST', `/api/imports/${id}/rejected`);
  expect(again.status).toBe(201);
  expect(await again.json()).toMatchObject({ parent: id, state: 'ready' });

  const list = await (await send('GET', '/api/imports?target=contact')).json();
  expect(list).toMatchObject({ items: [{ parent: id }, { id }], next: null });
});

test('the list comes out as CSV, in which no formula runs', async () => {
  const { id } = await upload('contact', 'name,email\n=cmd|calc,calc@example.org\n');
  await send('POST', `/api/imports/${id}/run`);
  await ended(parts, id);
  const filter = encodeURIComponent(JSON.stringify({ email: 'calc@example.org' }));
  const answer = await send('GET', `/api/records/contact/export?fields=name,email&filter=${filter}&mark=0`);
  expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  expect((await answer.text()).split('\r\n')[1]).toBe("'=cmd|calc,calc@example.org");
});

test.each([
  ['POST', '/api/imports?target=contact', { body: '%PDF-1.7' }, 422, 'import-pdf'],
  ['POST', '/api/imports?target=nothing', { body: 'a,b' }, 404, 'entity-unknown'],
  ['POST', '/api/imports', { body: 'a,b' }, 422, 'import-target-missing'],
  ['POST', '/api/imports?target=contact', {}, 422, 'import-empty'],
  ['GET', '/api/imports/6f2d1c1e-0000-7000-8000-000000000000', {}, 404, 'not-found'],
  ['GET', '/api/records/contact/export?filter=x', {}, 400, 'filter-not-json'],
] as const)(
  '%s %s with %j is %i %s, in the language of the reader',
  async (method, path, init, status, code) => {
    const answer = await send(method, path, init);
    expect(answer.status).toBe(status);
    const problem = (await answer.json()) as { code: string; detail: string };
    expect(problem.code).toBe(code);
    expect(problem.detail).not.toBe(code);
  },
);

test('a file is given back as it was, under a type found by its content', async () => {
  const answer = await send('POST', '/api/files?name=a.html', { body: '<script>alert(1)</script>' });
  const { id } = (await answer.json()) as { id: string };
  const file = await send('GET', `/api/files/${id}`);
  expect(file.headers.get('content-type')).toBe('text/plain; charset=utf-8');
  expect(file.headers.get('content-disposition')).toContain('attachment');
  expect(await file.text()).toBe('<script>alert(1)</script>');
});
