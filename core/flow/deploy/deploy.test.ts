import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { chain, processXml } from '../step/testing/load-flow.ts';
import type { Catalogue } from './catalogue.ts';
import { codes } from './codes.ts';
import type { DeployCode } from './codes.ts';
import { deploy } from './deploy.ts';
import { sentence } from './sentence.ts';
import { faultyFiles } from './testing/faulty-files.ts';

const catalogue: Catalogue = {
  flows: new Set(['called']),
  decisions: new Map([['discount', { version: 2, inputs: ['amount', 'tier'] }]]),
  taskTypes: new Map([['sales.set-stage', { properties: { stage: {} }, required: ['stage'] }]]),
  entities: new Set(['opportunity', 'account']),
  roles: new Set(['sales.seller']),
  screens: new Set(['sales.discount-form']),
  people: new Set(['ada@example.org']),
  calendars: new Set(['night-shift']),
};

const simple = `<bpmn:startEvent id="s"/><bpmn:endEvent id="e"/>${chain('s', 'e')}`;

describe.each(Object.keys(codes) as DeployCode[])('%s', (code) => {
  test('is found, at its element, with a sentence in both languages', async () => {
    // given a file with this fault
    const [xml, element] = faultyFiles[code];
    // when it is deployed
    const { flows, errors, warnings } = await deploy(xml, catalogue);
    // then the fault is among what was found, as what the table says it is
    const found = (codes[code] === 'error' ? errors : warnings).find(
      (problem) => problem.code === code && problem.element === element,
    );
    expect(found).toBeDefined();
    expect(flows.length > 0).toBe(errors.length === 0);
    for (const locale of ['en', 'zh-CN'] as const) {
      const said = sentence(found!, locale);
      expect(said).not.toContain('{{');
      expect(said.length).toBeGreaterThan(10);
    }
  });
});

test('all that is wrong is reported at once', async () => {
  // given a file with three faults
  const xml = processXml(
    `${simple}<bpmn:serviceTask id="a"/><bpmn:callChoreography id="b"/><bpmn:scriptTask id="c"/>${chain('s', 'a', 'b', 'c', 'e')}`,
  );
  // when it is deployed
  const { errors } = await deploy(xml, catalogue);
  // then each is there
  expect(errors.map((problem) => [problem.element, problem.code])).toEqual([
    ['a', 'task-type-missing'],
    ['b', 'element-unsupported'],
    ['c', 'script-empty'],
  ]);
});

test('a refused element is named with what it uses', async () => {
  const xml = processXml(
    `${simple}<bpmn:callChoreography id="b" name="Check credit"/>${chain('s', 'b', 'e')}`,
  );
  const { errors } = await deploy(xml, catalogue);
  expect(sentence(errors[0]!, 'en')).toBe(
    '“Check credit” uses a called choreography, which this version cannot run yet. Replace it.',
  );
  expect(sentence(errors[0]!, 'zh-CN')).toContain('调用编排');
});

test('an element without a name is told by what stands before it', async () => {
  // given a decision without a name, and ways out of it without a condition
  const xml = processXml(
    `<bpmn:startEvent id="s"/><bpmn:userTask id="a" name="Ask the head"/><bpmn:exclusiveGateway id="g"/>
    <bpmn:userTask id="b" name="Tell the pupil"/><bpmn:endEvent id="e"/>${chain('s', 'a', 'g', 'b', 'e')}
    <bpmn:sequenceFlow id="f" sourceRef="g" targetRef="e"/>`,
  );
  // when it is deployed
  const { warnings } = await deploy(xml, catalogue);
  // then the sentences say it in words that a person gave
  const said = warnings.map((problem) => sentence(problem, 'en'));
  expect(said).toContain(
    'The way from the gateway after “Ask the head” to “Tell the pupil” has no condition and is always taken. Add a condition, or make it the default.',
  );
  expect(sentence(warnings[0]!, 'zh-CN')).toContain('从“Ask the head”之后的网关到“Tell the pupil”的路径');
});

test('each executable process of a file is a flow of its own', async () => {
  // given two pools
  const xml = processXml(simple, {
    around: `<bpmn:process id="q" name="Second" isExecutable="true"><bpmn:startEvent id="s2"/></bpmn:process>`,
  });
  // when it is deployed
  const { flows, errors } = await deploy(xml, catalogue);
  // then both are there, with the whole file
  expect(errors).toEqual([]);
  expect(flows.map((flow) => [flow.key, flow.name])).toEqual([
    ['q', 'Second'],
    ['p', 'p'],
  ]);
  expect(flows[0]!.xml).toBe(xml);
});

test('sequence flows without an id get the same one at every deployment', async () => {
  const xml = processXml(
    '<bpmn:startEvent id="s"/><bpmn:endEvent id="e"/><bpmn:sequenceFlow sourceRef="s" targetRef="e"/>',
  );
  const { flows, errors } = await deploy(xml, catalogue);
  expect(errors).toEqual([]);
  expect(Object.keys(flows[0]!.graph.flows)).toEqual(['flow_s_e']);
});

test('references may carry a prefix', async () => {
  const xml = processXml(
    `<bpmn:startEvent id="s"/><bpmn:endEvent id="e"/><bpmn:sequenceFlow id="f" sourceRef="tns:s" targetRef="tns:e"/>`,
  );
  const { flows, errors } = await deploy(xml, catalogue);
  expect(errors).toEqual([]);
  expect(flows[0]!.graph.flows['f']).toMatchObject({ source: 's', target: 'e' });
});

test('extensions may stand directly in their element', async () => {
  const xml = processXml(
    `<bpmn:startEvent id="s"/><bpmn:serviceTask id="t"><relata:task type="sales.set-stage"><relata:input name="stage" value="'won'"/></relata:task></bpmn:serviceTask>${chain('s', 't')}`,
  );
  const { flows, errors } = await deploy(xml, catalogue);
  expect(errors).toEqual([]);
  expect(flows[0]!.graph.nodes['t']!.task).toMatchObject({
    type: 'sales.set-stage',
    inputs: [{ name: 'stage', value: "'won'" }],
  });
});

test('the graph is plain JSON', async () => {
  const { flows } = await deploy(processXml(simple), catalogue);
  const { graph } = flows[0]!;
  expect(JSON.parse(JSON.stringify(graph))).toEqual(graph);
});

test('markup in comments and CDATA is no document type', async () => {
  const xml = processXml(
    `<bpmn:startEvent id="s"/><!-- <!DOCTYPE x> --><bpmn:scriptTask id="t"><bpmn:script><![CDATA["<!DOCTYPE html>"]]></bpmn:script></bpmn:scriptTask>${chain('s', 't')}`,
  );
  expect((await deploy(xml, catalogue)).errors).toEqual([]);
});

test('a file of another tool deploys: its prefixes, extensions, pools, artifacts and global scripts', async () => {
  const url = new URL('../../../tests/flows/wild/other-tool.bpmn', import.meta.url);
  const { flows, errors, warnings } = await deploy(readFileSync(url, 'utf8'), catalogue);
  expect(errors).toEqual([]);
  expect(warnings.map((problem) => problem.code)).toEqual([
    'message-flow-ignored',
    'condition-alone',
    'named-person-unknown',
  ]);
  expect(Object.keys(flows[0]!.graph.nodes)).toEqual(['s1', 'u1', 'e1']);
});

test('an event may share its definition by reference', async () => {
  const xml = processXml(
    `<bpmn:startEvent id="s"/><bpmn:intermediateCatchEvent id="c"><bpmn:eventDefinitionRef>shared</bpmn:eventDefinitionRef></bpmn:intermediateCatchEvent>${chain('s', 'c')}`,
    {
      around: `<bpmn:timerEventDefinition id="shared"><bpmn:timeDuration>PT1H</bpmn:timeDuration></bpmn:timerEventDefinition>`,
    },
  );
  const { flows, errors } = await deploy(xml, catalogue);
  expect(errors).toEqual([]);
  expect(flows[0]!.graph.nodes['c']!.event).toEqual({
    kind: 'timer',
    timer: { type: 'duration', text: 'PT1H' },
  });
});

test('shapes and data associations need no id, and an end that nothing leads to is a warning', async () => {
  // given a drawing without ids, and an end event by itself
  const xml = processXml(
    `${simple}<bpmn:endEvent id="alone"/><bpmn:dataObject id="d"/><bpmn:task id="t"><bpmn:ioSpecification><bpmn:dataInput id="i" name="given"/><bpmn:inputSet/><bpmn:outputSet/></bpmn:ioSpecification><bpmn:dataInputAssociation><bpmn:sourceRef>d</bpmn:sourceRef><bpmn:targetRef>i</bpmn:targetRef></bpmn:dataInputAssociation></bpmn:task>`,
  )
    .replace(
      '<bpmn:definitions',
      '<bpmn:definitions xmlns:di="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC"',
    )
    .replace(
      '</bpmn:definitions>',
      '<di:BPMNDiagram><di:BPMNPlane bpmnElement="p"><di:BPMNShape bpmnElement="s"><dc:Bounds x="1" y="1" width="36" height="36"/></di:BPMNShape></di:BPMNPlane></di:BPMNDiagram></bpmn:definitions>',
    );
  // when it is deployed
  const { flows, errors, warnings } = await deploy(xml, catalogue);
  // then it runs, with the end and the task told
  expect(errors).toEqual([]);
  expect(warnings.map((problem) => [problem.element, problem.code])).toEqual([
    ['alone', 'element-unreachable'],
    ['t', 'element-unreachable'],
  ]);
  expect(flows[0]!.graph.nodes['t']!.data).toEqual({ in: [{ name: 'given', value: 'd' }], out: [] });
});

test.each(['sourceRef', 'targetRef'])('a sequence flow without its %s is no flow', async (property) => {
  const ends = { sourceRef: 'sourceRef="s"', targetRef: 'targetRef="e"' };
  const other = property === 'sourceRef' ? ends.targetRef : ends.sourceRef;
  const { errors } = await deploy(processXml(`${simple}<bpmn:sequenceFlow id="f" ${other}/>`), catalogue);
  expect(errors).toMatchObject([{ element: 'f', code: 'reference-wrong', params: { property } }]);
});
