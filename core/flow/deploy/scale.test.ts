import { expect, test, vi } from 'vitest';
import { processorSeconds } from '../../../tests/support/processor-seconds.ts';
import { Driver } from '../step/testing/driver.ts';
import { chain, openCatalogue, processXml } from '../step/testing/load-flow.ts';
import { deploy } from './deploy.ts';

/** Machines differ; what is meant is seconds, not minutes. */
const bounded = 20;
/** For machines that do other things meanwhile. */
vi.setConfig({ testTimeout: 180_000 });

const measured = async (xml: string) => {
  const began = processorSeconds();
  const result = await deploy(xml, openCatalogue);
  expect(processorSeconds() - began).toBeLessThan(bounded);
  return result;
};

const many = (count: number, make: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => make(index)).join('');

test('ten thousand elements in a row deploy', async () => {
  const ids = Array.from({ length: 10_000 }, (_, index) => `t${index}`);
  const { flows, errors } = await measured(
    processXml(`${ids.map((id) => `<bpmn:task id="${id}"/>`).join('')}${chain(...ids)}`),
  );
  expect(errors).toEqual([]);
  expect(Object.keys(flows[0]!.graph.nodes)).toHaveLength(10_000);
});

test('thousands of sub-processes and links deploy', async () => {
  const { errors } = await measured(
    processXml(
      many(
        3_000,
        (index) =>
          `<bpmn:subProcess id="x${index}"><bpmn:intermediateThrowEvent id="t${index}"><bpmn:linkEventDefinition name="L"/></bpmn:intermediateThrowEvent><bpmn:intermediateCatchEvent id="c${index}"><bpmn:linkEventDefinition name="L"/></bpmn:intermediateCatchEvent></bpmn:subProcess>`,
      ) +
        many(
          2_000,
          (index) =>
            `<bpmn:intermediateThrowEvent id="a${index}"><bpmn:linkEventDefinition name="L${index}"/></bpmn:intermediateThrowEvent><bpmn:intermediateCatchEvent id="b${index}"><bpmn:linkEventDefinition name="L${index}"/></bpmn:intermediateCatchEvent>`,
        ),
    ),
  );
  expect(errors).toEqual([]);
});

test('a hundred and fifty levels deploy and run; five hundred are refused with a sentence', async () => {
  const nested = (levels: number): string =>
    many(levels, (index) => `<bpmn:subProcess id="x${index}">`) +
    '<bpmn:task id="t"/>' +
    '</bpmn:subProcess>'.repeat(levels);
  const { flows, errors } = await measured(processXml(nested(150)));
  expect(errors).toEqual([]);
  expect(new Driver(flows[0]!.graph).start().summary.state).toBe('completed');
  expect((await measured(processXml(nested(500)))).errors).toMatchObject([{ code: 'xml-too-deep' }]);
});

test('a thousand parallel branches, split and joined, deploy and run', async () => {
  const { flows, errors } = await measured(
    processXml(
      `<bpmn:startEvent id="s"/><bpmn:parallelGateway id="g"/><bpmn:parallelGateway id="j"/><bpmn:endEvent id="e"/>${chain('s', 'g')}${chain('j', 'e')}${many(
        1_000,
        (index) => `<bpmn:userTask id="t${index}"/>${chain('g', `t${index}`, 'j')}`,
      )}`,
    ),
  );
  expect(errors).toEqual([]);
  const began = processorSeconds();
  const flow = new Driver(flows[0]!.graph).start();
  for (let index = 0; index < 1_000; index++) flow.fire(`t${index}`);
  expect(flow.summary.state).toBe('completed');
  expect(processorSeconds() - began).toBeLessThan(bounded);
});

test('thousands of message flows between two pools deploy', async () => {
  const count = 3_000;
  const event = (id: string): string =>
    `<bpmn:intermediateThrowEvent id="${id}"><bpmn:messageEventDefinition/></bpmn:intermediateThrowEvent>`;
  const { errors } = await measured(
    processXml(
      many(count, (index) => event(`a${index}`)),
      {
        around: `<bpmn:collaboration id="col">${many(count, (index) => `<bpmn:messageFlow id="m${index}" sourceRef="a${index}" targetRef="b${index % 2}"/>`)}</bpmn:collaboration>
          <bpmn:process id="q" isExecutable="true">${event('b0')}${event('b1')}</bpmn:process>`,
      },
    ),
  );
  expect(errors).toEqual([]);
});
