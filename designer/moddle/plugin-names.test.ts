/** A plugin's diagram is read in the reader's language and kept as it was drawn. */
import { afterEach, expect, test } from 'vitest';
import { drawNames, sayNames, usePluginNames } from './plugin-names.ts';
import { readDiagram, writeDiagram } from './read-diagram.ts';

const diagram = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:relata="urn:relata:bpmn:1" id="file" targetNamespace="urn:relata:flows">
  <bpmn:process id="check" name="Check" isExecutable="true">
    <bpmn:laneSet id="lanes"><bpmn:lane id="desk" name="Desk"><bpmn:flowNodeRef>inside</bpmn:flowNodeRef></bpmn:lane></bpmn:laneSet>
    <bpmn:subProcess id="inside" name="Inside">
      <bpmn:userTask id="ask" name="Ask">
        <bpmn:extensionElements><relata:form><relata:field id="answer" type="select" label="Answer"><relata:option value="y" label="Yes"/></relata:field></relata:form></bpmn:extensionElements>
      </bpmn:userTask>
    </bpmn:subProcess>
  </bpmn:process>
</bpmn:definitions>`;

const said: [string, string, string][] = [
  ['check', 'Check', '检查'],
  ['check.desk', 'Desk', '前台'],
  ['check.inside', 'Inside', '内部'],
  ['check.ask', 'Ask', '询问'],
  ['check.ask.answer', 'Answer', '答复'],
  ['check.ask.answer.y', 'Yes', '是'],
];

afterEach(() => usePluginNames({}));

test('processes, lanes, steps at any depth, fields and choices are said, and drawn as before', async () => {
  usePluginNames(Object.fromEntries(said.map(([place, drawn, words]) => [place, [drawn, words]])));
  const { definitions } = await readDiagram(diagram);
  const before = await writeDiagram(definitions);
  sayNames(definitions);
  const shown = await writeDiagram(definitions);
  for (const [, drawn, words] of said) {
    expect(shown).toContain(`"${words}"`);
    expect(shown).not.toContain(`"${drawn}"`);
  }
  drawNames(definitions);
  expect(await writeDiagram(definitions)).toBe(before);
});

test('a name that somebody changed stays theirs, both ways', async () => {
  usePluginNames({ 'check.ask': ['Ask', '询问'] });
  const { definitions, byId } = await readDiagram(diagram.replace('name="Ask"', 'name="Ask twice"'));
  sayNames(definitions);
  expect(byId.get('ask')?.get('name')).toBe('Ask twice');
  byId.get('ask')?.set('name', '再问一次');
  drawNames(definitions);
  expect(byId.get('ask')?.get('name')).toBe('再问一次');
});
