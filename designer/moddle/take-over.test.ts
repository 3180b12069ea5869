import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { deploy } from '../../core/flow/deploy/index.ts';
import { takeOver } from './take-over.ts';

const locale = 'en';
const fileOf = (name: string): string =>
  readFileSync(new URL(`../../tests/flows/wild/${name}.bpmn`, import.meta.url), 'utf8');

test.each(['camunda-7', 'operaton', 'flowable', 'camunda-8'])(
  'a file of %s goes on in our own words',
  async (name) => {
    const { xml, translated, untranslated } = await takeOver(fileOf(name), { locale });
    expect(translated).toBeGreaterThan(5);
    expect(xml).toContain('relata:assignment assignee="owner"');
    expect(xml).not.toContain('${amount');
    // Read once more, nothing is put over what somebody changes here.
    const again = await deploy(xml, { taskTypes: new Map([['test.charge', {}]]) });
    expect(again.errors).toEqual([]);
    expect(again.translated.translations).toEqual([]);
    expect(untranslated.length).toBeGreaterThanOrEqual(again.translated.untranslated.length);
  },
);

const drawn = `<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" id="d" targetNamespace="t">
  <bpmn:collaboration id="c"><bpmn:participant id="pool" name="Front desk" processRef="Process_1"/></bpmn:collaboration>
  <bpmn:process id="Process_1" isExecutable="false"><bpmn:startEvent id="s"/></bpmn:process>
  <bpmndi:BPMNDiagram id="di"><bpmndi:BPMNPlane id="plane" bpmnElement="c"><bpmndi:BPMNShape id="pool_di" bpmnElement="pool"/></bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
</bpmn:definitions>`;

test('what has no counterpart is told where it stands', async () => {
  const { untranslated } = await takeOver(fileOf('camunda-7'), { locale });
  expect(untranslated).toMatchObject([{ step: 'the start before “Approve”' }, { step: 'Approve' }]);
});

test('what was drawn to be read can run, under the name of its pool', async () => {
  expect(await takeOver(drawn, { locale })).toMatchObject({
    key: 'Process_1',
    name: 'Front desk',
    isMadeToRun: true,
    xml: expect.stringContaining('isExecutable="true"'),
  });
});

test('it becomes another flow with all that refers to it', async () => {
  const { xml } = await takeOver(drawn, { locale, as: { key: 'front-desk-2' } });
  expect(xml).toContain('processRef="front-desk-2"');
  expect(xml).not.toContain('Process_1');
});

test.each([
  ['half a file', drawn.slice(0, 300), /line \d/],
  ['no XML', 'PK', /\.$/],
  ['another diagram', drawn.replaceAll('20100524/MODEL', 'other'), /BPMN/],
])('%s is refused with a sentence', async (_, source, said) => {
  await expect(takeOver(source, { locale })).rejects.toThrow(said);
});
