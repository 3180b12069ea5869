import { expect, test } from 'vitest';
import { readDiagram } from './read-diagram.ts';
import { variableLabels } from './variable-labels.ts';

const file = `<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:relata="urn:relata:bpmn:1" id="d" targetNamespace="t"><bpmn:process id="p" isExecutable="true">
  <bpmn:businessRuleTask id="r" name="定紧急程度"><bpmn:extensionElements><relata:decision key="djjcd" result="djjcd"/></bpmn:extensionElements></bpmn:businessRuleTask>
  <bpmn:userTask id="u" name="填写整改结果"><bpmn:extensionElements><relata:form><relata:field id="answer" label="整改措施" type="text"/><relata:field id="bare" type="text"/></relata:form></bpmn:extensionElements></bpmn:userTask>
</bpmn:process></bpmn:definitions>`;

test('variables go by the labels of the forms and the names of the decisions that leave them', async () => {
  const { byId } = await readDiagram(file);
  expect(Object.fromEntries(variableLabels([...byId.values()]))).toEqual({
    djjcd: '定紧急程度',
    answer: '整改措施',
  });
});
