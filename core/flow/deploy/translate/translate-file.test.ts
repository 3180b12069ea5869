import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { Driver } from '../../step/testing/driver.ts';
import { flowOf, openCatalogue, processXml } from '../../step/testing/load-flow.ts';
import { deploy } from '../deploy.ts';
import { partly, samples, wild } from '../testing/foreign-samples.ts';

const fileOf = (name: string): string =>
  readFileSync(new URL(`../../../../tests/flows/wild/${name}.bpmn`, import.meta.url), 'utf8');

let shipped: Promise<Driver['graph']> | undefined;
const shipping = (): Promise<Driver['graph']> =>
  (shipped ??= flowOf(
    processXml(
      '<bpmn:scriptTask id="t" relata:resultVariable="parcel"><bpmn:script>twice</bpmn:script></bpmn:scriptTask>',
      { id: 'shipping' },
    ),
  ));

const variables = {
  owner: 'u7',
  due: '2026-03-05',
  amount: 150,
  pause: 'PT1H',
  items: [1, 2, 3],
  order: { id: 'A7' },
};

describe.each(['camunda-7', 'operaton', 'flowable', 'camunda-8'])('a file of %s', (name) => {
  test('runs as it was meant', async () => {
    // given
    const { flows, errors } = await deploy(fileOf(name), openCatalogue);
    expect(errors).toEqual([]);
    const tasks = {
      'test.charge': () => ({ ok: true as const, value: name === 'camunda-8' ? { receipt: 'R1' } : 'R1' }),
    };
    const flow = new Driver(flows[0]!.graph, { flows: { shipping: await shipping() }, tasks }).start(
      variables,
    );
    // when a person approves, whom the file names
    expect([...flow.waits.values()]).toMatchObject([
      { assignee: 'u7', candidateRoles: ['sales', 'support'], due: '2026-03-05T00:00:00.000Z', priority: 70 },
    ]);
    flow.fire('approve', { approved: true });
    // then it is charged and shipped, and waits for its time
    expect(flow.summary.variables).toMatchObject({ receipt: 'R1', parcel: 300, total: 151 });
    expect(flow.waiting).toEqual(['later']);
    flow.advance(3_600_000);
    if (name === 'camunda-8') {
      expect([...flow.waits.values()]).toMatchObject([{ name: 'paid', correlationKey: 'A7' }]);
      flow.fire('pay');
    }
    expect(flow.summary.state).toBe('completed');
  });

  test('says what became of each extension, and what has no counterpart', async () => {
    const { translated } = await deploy(fileOf(name), openCatalogue);
    const { translations, untranslated } = translated;
    expect(translations).toContainEqual(
      expect.objectContaining({ element: 'approve', to: expect.stringContaining('assignee="owner"') }),
    );
    expect(translations).toContainEqual(
      expect.objectContaining({ element: 'f_g_big', to: 'amount > 100 and approved' }),
    );
    expect(untranslated.map((one) => one.element)).toEqual(
      name === 'camunda-8' ? ['order-8', 'approve', 'charge'] : expect.arrayContaining(['s', 'approve']),
    );
  });
});

test('forms in place become fields; needless flags need nothing', async () => {
  for (const name of ['camunda-7', 'flowable']) {
    const { flows, translated } = await deploy(fileOf(name), openCatalogue);
    expect(flows[0]!.graph.nodes['approve']!.work?.form).toEqual({
      fields: [
        { id: 'approved', type: 'boolean', label: 'Approved', value: 'false', required: true },
        { id: 'way', type: 'select', options: [{ value: 'air', label: 'By air' }] },
      ],
    });
    expect(translated.translations.find((one) => one.from.includes('asyncAfter'))).toMatchObject({ to: '' });
    expect(flows[0]!.graph.nodes['charge']!.task?.retries).toEqual({ times: 5, backoffMs: 60_000 });
  }
});

test('what cannot be put into JSONata is refused where it stands, and listed', async () => {
  const xml = fileOf('camunda-7')
    .replace('${amount * 2}', '${bean.twice(amount)}')
    .replace('${pause}', '${bean.pause()}');
  const { errors, translated } = await deploy(xml, openCatalogue);
  expect(errors).toMatchObject([{ element: 'later', code: 'expression-invalid' }]);
  expect(translated.untranslated).toContainEqual({
    element: 'ship',
    from: '<camunda:in sourceExpression="${bean.twice(amount)}" target="twice">',
  });
});

test.each(partly)('%s: %s, as far as it goes', async (tool, _, inner, { around, to = [], not }) => {
  const { translated } = await deploy(wild(tool, inner, around), openCatalogue);
  expect(translated.translations.map((one) => one.to)).toEqual(to);
  expect(translated.untranslated.map((one) => one.from)).toEqual(not);
});

test('a file of our own is left as it is', async () => {
  const { translated } = await deploy(processXml('<bpmn:task id="t"/>'), openCatalogue);
  expect(translated).toEqual({ translations: [], untranslated: [] });
});

/** Does what is waited for until nothing is. */
const toTheEnd = (flow: Driver): void => {
  for (let steps = 0; flow.summary.state === 'active' && steps < 20; steps++) {
    const [wait] = flow.waits.values();
    if (wait?.kind === 'timer') flow.advance(3_600_000);
    else if (wait) flow.fire(wait.element);
  }
};

test.each(samples)('%s: %s is translated, told, and runs to its end', async (tool, _, sample) => {
  // given a file with nothing else in it
  const { flows, errors, translated } = await deploy(wild(tool, sample.inner, sample.around), openCatalogue);
  expect(errors).toEqual([]);
  // when it runs
  const flow = new Driver(flows[0]!.graph, { flows: { shipping: await shipping() } }).start({
    ...variables,
    a: 1,
    b: false,
  });
  if (sample.wait) expect([...flow.waits.values()]).toContainEqual(expect.objectContaining(sample.wait));
  toTheEnd(flow);
  // then it has done what it says
  expect([...flow.incidents.values()]).toEqual([]);
  expect(flow.summary).toMatchObject({ state: 'completed', variables: sample.end ?? {} });
  if (sample.through) expect(flow.elements('completed')).toContain(sample.through);
  // and the answer lists what became of what is not the standard's
  const { translations, untranslated } = translated;
  if (sample.to !== undefined) expect(translations.map(({ to }) => to)).toContain(sample.to);
  expect(untranslated.map(({ from }) => from).join()).toContain(sample.untranslated ?? '');
  if (sample.untranslated === undefined) expect(untranslated).toEqual([]);
});
