import { readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testDatabase, type TestDatabase } from '../support/database.ts';
import { condition, process as bpmn, script, sequence, service } from '../support/flow-world.ts';
import { adminKey, startRelata, type RelataProcess } from '../support/relata-process.ts';
import { straight } from './flow-files.ts';
import { refusal, type Told } from './speaks.ts';
import { until } from './until.ts';

/** While it is there, threads end. */
const ending = join(tmpdir(), `relata-ending-${process.pid}-${Date.now()}`);
let database: TestDatabase;
let relata: RelataProcess;

beforeAll(async () => {
  database = await testDatabase();
  relata = await startRelata({
    DATABASE_URL: database.url,
    RELATA_SECRET: 'secret-secret-secret-secret-secret',
    RELATA_PLUGINS: join(import.meta.dirname, 'plugin'),
    RELATA_PATIENCE: '4',
    RELATA_LOG_LEVEL: 'warn',
    FAULTS_END: ending,
  });
}, 120_000);
afterAll(async () => {
  await relata?.stop();
  await database?.close();
}, 60_000);

const bomb = (levels: number): string =>
  `<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a0 "boom">${Array.from(
    { length: levels },
    (_, n) => `<!ENTITY a${n + 1} "${`&a${n};`.repeat(10)}">`,
  ).join('')}]><d>&a${levels};</d>`;
const around = (inner: string): string =>
  bpmn('bad', `<bpmn:startEvent id="s"/>${inner}<bpmn:endEvent id="e"/>${sequence('s', 'x', 'e')}`);

const files: [string, string, string][] = [
  ['what is no XML', 'A flow: first this, then that.', 'xml-malformed'],
  ['XML that breaks off', around('<bpmn:task id="x"/>').slice(0, -40), 'xml-malformed'],
  ['XML that is no BPMN', '<html><body/></html>', 'xml-not-bpmn'],
  ['a bomb of entities', bomb(12), 'xml-doctype'],
  [
    'an entity that reads a file',
    '<!DOCTYPE d [<!ENTITY f SYSTEM "file:///etc/passwd">]><d>&f;</d>',
    'xml-doctype',
  ],
  ['nesting without end', '<a>'.repeat(100_000) + '</a>'.repeat(100_000), 'xml-too-deep'],
  ['an element that nobody knows', around('<bpmn:magicTask id="x"/>'), 'element-unknown'],
  ['an expression that cannot be read', around(script('x', '1 + + (', 'y')), 'expression-invalid'],
  [
    'a regular expression that cannot be matched in linear time',
    around(script('x', '$contains(text, /(a+)+\\1$/)', 'y')),
    'expression-invalid',
  ],
  [
    'no process that runs',
    around('<bpmn:task id="x"/>').replace('isExecutable="true"', ''),
    'process-none-executable',
  ],
];

describe('a file that cannot run is refused, with every reason', () => {
  test.each(files)('%s', async (_what, xml, code) => {
    const began = performance.now();
    const problem = await refusal(relata.url, {
      method: 'POST',
      path: '/api/flows',
      body: JSON.stringify({ xml }),
    });
    expect(problem).toMatchObject({ status: 422, code: 'flow-refused' });
    expect((problem.errors as Told[]).map((error) => error.code)).toContain(code);
    expect(performance.now() - began).toBeLessThan(20_000);
  });
});

/** Starts one and waits for its incident, in both languages. */
async function incidentOf(xml: string, variables: Record<string, unknown>): Promise<Told[]> {
  const { flows } = await relata.call<{ flows: { key: string }[] }>('POST', '/api/flows', { xml });
  const path = `/api/flows/${flows[0]!.key}/instances`;
  const [id] = (await relata.call<{ ids: string[] }>('POST', path, { items: [{ variables }] })).ids;
  const told = await until('the incident', async () => {
    const { state, incidents } = await instance(id!, 'en');
    return state === 'incident' && incidents;
  });
  const inChinese = (await instance(id!, 'zh-CN')).incidents;
  for (const { message } of told) expect(message).toMatch(/^[^\p{Script=Han}]+\.$/u);
  for (const { message } of inChinese) expect(message).toMatch(/\p{Script=Han}.*。$/u);
  for (const { message } of [...told, ...inChinese]) expect(message).not.toContain('{{');
  return told;
}

async function instance(id: string, language: string): Promise<{ state: string; incidents: Told[] }> {
  const answer = await fetch(`${relata.url}/api/instances/${id}`, {
    headers: { authorization: `Bearer ${adminKey}`, 'accept-language': language },
  });
  return (await answer.json()) as { state: string; incidents: Told[] };
}

const scripted = (id: string, source: string): string =>
  bpmn(
    id,
    `<bpmn:startEvent id="s"/>${script('x', source, 'y')}<bpmn:endEvent id="e"/>${sequence('s', 'x', 'e')}`,
  );
const endless = '($f := function($n) { $f($n + 1) }; $f(0))';
const incidents: [string, string, Record<string, unknown>, string][] = [
  ['JSONata that never ends', scripted('endless', endless), {}, 'expression.limit'],
  // A time in a picture is beyond the compiled part: it runs in a thread of its own, which is killed.
  [
    'JSONata that never ends, outside of the engine',
    scripted('apart', `($year := $now('[Y0001]'); ${endless})`),
    {},
    'expression.limit',
  ],
  [
    'JSONata that nests without end',
    scripted('nested', endless.replace('{ $f', '{ 1 + $f')),
    {},
    'expression.limit',
  ],
  [
    'JSONata that grows without end',
    scripted('growing', "$reduce([1..60], function($t, $i) { $t & $t }, 'xxxxxxxx')"),
    {},
    'expression.limit',
  ],
  ['a name that is not there', scripted('nameless', 'missing + 1'), {}, 'expression.name-unknown'],
  [
    'a loop without a wait',
    bpmn(
      'loop',
      `<bpmn:startEvent id="s"/><bpmn:task id="a"/><bpmn:exclusiveGateway id="g" default="f_g_e"/><bpmn:endEvent id="e"/>${sequence('s', 'a', 'g', 'e')}<bpmn:sequenceFlow id="back" sourceRef="g" targetRef="a">${condition('again')}</bpmn:sequenceFlow>`,
    ),
    { again: true },
    'flow.step-limit',
  ],
];

describe('what would run for ever ends as an incident, and holds nobody up', () => {
  test.each(incidents)(
    '%s',
    async (_what, xml, variables, code) => {
      const others = startOthers();
      expect((await incidentOf(xml, variables)).map((incident) => incident.code)).toEqual([code]);
      await others;
    },
    120_000,
  );

  test('a regular expression that backtracks elsewhere is done in no time', async () => {
    const xml = scripted('backtrack', '$contains(text, /^(a+)+$/)');
    await relata.call('POST', '/api/flows', { xml });
    const variables = { text: `${'a'.repeat(5_000)}!` };
    const began = performance.now();
    // Answers when it has run to its end.
    const { id } = await relata.call<{ id: string }>('POST', '/api/flows/backtrack/instances', { variables });
    expect(performance.now() - began).toBeLessThan(10_000);
    expect(await instance(id, 'en')).toMatchObject({ state: 'completed', variables: { y: false } });
  });
});

/** Innocent instances of another flow, given at the same moment: they end. */
async function startOthers(): Promise<void> {
  await relata.call('POST', '/api/flows', { xml: straight });
  const items = Array.from({ length: 50 }, (_, n) => ({ variables: { n } }));
  const { ids } = await relata.call<{ ids: string[] }>('POST', '/api/flows/straight/instances', { items });
  for (const id of ids) await until('another', async () => (await instance(id, 'en')).state === 'completed');
}

test('a diagram of more than a megabyte deploys, and runs', async () => {
  const steps = Array.from({ length: 2_500 }, (_, n) => `step-${n}`);
  const inner = steps.map((id) => `<bpmn:task id="${id}" name="${`Step ${id} `.repeat(30)}"/>`).join('');
  const xml = bpmn(
    'large',
    `<bpmn:startEvent id="s"/>${inner}<bpmn:endEvent id="e"/>${sequence('s', ...steps, 'e')}`,
  );
  expect(xml.length).toBeGreaterThan(1024 * 1024);
  await relata.call('POST', '/api/flows', { xml });
  const { id } = await relata.call<{ id: string }>('POST', '/api/flows/large/instances', {});
  await until('the end', async () => ['completed', 'incident'].includes((await instance(id, 'en')).state));
  expect(await instance(id, 'en')).toMatchObject({ state: 'completed', incidents: [] });
}, 120_000);

test('a file of our own is no bad file', async () => {
  const xml = await readFile(new URL('../flows/endless-loop.bpmn', import.meta.url), 'utf8');
  expect(await relata.call('POST', '/api/flows', { xml })).toMatchObject({ flows: [{ version: 1 }] });
});

test('a task that holds its thread for ever is told on its instance after three times; all others go on', async () => {
  // given one that never ends among those that do
  const task = service('x', 'faults.spin', { inputs: ['name="forEver" value="forEver"'] });
  const xml = bpmn(
    'spin',
    `<bpmn:startEvent id="s"/>${task}<bpmn:endEvent id="e"/>${sequence('s', 'x', 'e')}`,
  );
  await relata.call('POST', '/api/flows', { xml });
  const items = Array.from({ length: 20 }, (_, n) => ({ variables: { forEver: n === 7 } }));
  const { ids } = await relata.call<{ ids: string[] }>('POST', '/api/flows/spin/instances', { items });
  // when its thread was ended as often as it takes
  const told = await until(
    'the incident',
    async () => {
      const { state, incidents } = await instance(ids[7]!, 'en');
      return state === 'incident' && incidents;
    },
    200,
  );
  // then it says what happened, and the server never went
  expect(told).toMatchObject([{ code: 'flow.internal', message: expect.stringContaining('stood still') }]);
  for (const id of ids.toSpliced(7, 1))
    await until('the others', async () => (await instance(id, 'en')).state === 'completed');
  await startOthers();
}, 480_000);

const readiness = async (): Promise<{ status: number; code?: string }> =>
  fetch(`${relata.url}/readyz`, { signal: AbortSignal.timeout(10_000) }).then(
    async (answer) => (await answer.json()) as { status: number; code?: string },
    () => ({ status: 0 }),
  );

test('threads that end again and again are started after growing pauses, and the server says that it is not ready', async () => {
  const pauses = (): number[] =>
    [...relata.output().matchAll(/"milliseconds":(\d+),"msg":"a thread ended/g)].map(([, pause]) =>
      Number(pause),
    );
  const before = pauses().length;
  await writeFile(ending, '');
  try {
    await until('the third end of both', async () => pauses().length >= before + 6, 200);
    expect(await readiness()).toMatchObject({ status: 503, code: 'thread-ended' });
    expect(Math.max(...pauses())).toBeGreaterThan(1_500);
  } finally {
    await rm(ending);
  }
  await until('readiness', async () => (await readiness()).status !== 503, 200);
  await startOthers();
}, 480_000);

test('a route that holds the HTTP thread for ever is named in the log, and the server begins anew', async () => {
  // when
  const held = fetch(`${relata.url}/api/plugins/faults/hold/everything`, {
    method: 'POST',
    headers: { authorization: `Bearer ${adminKey}` },
    // No end of its own: nobody but the server may cut it off, however long its machine takes.
  }).then(
    () => 'answered',
    () => 'cut off',
  );
  expect(await held).toBe('cut off');
  // then
  await until('readiness', async () => (await readiness()).status !== 0, 200).catch((error: unknown) => {
    throw new Error(`${String(error)} ${relata.output().slice(-3_000)}`);
  });
  expect(relata.output()).toContain('"route":"POST /api/plugins/faults/hold/{what}"');
  expect(relata.output()).toMatch(/hold-http\.ts:\d+/);
  await startOthers();
}, 480_000);
