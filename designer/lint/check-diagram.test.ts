import { expect, test } from 'vitest';
import { largeDiagram } from '../testing/large-diagram.ts';
import { checkDiagram } from './check-diagram.ts';

const checkWith = { tasks: [], known: {}, locale: 'en' as const };

test('says what deployment would say, in its words, beside what drawing sees', async () => {
  const { findings, judged } = await checkDiagram(
    `<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="t"><bpmn:process id="p" isExecutable="true"><bpmn:startEvent id="s"/><bpmn:task id="t"/><bpmn:endEvent id="e"/><bpmn:sequenceFlow id="f" sourceRef="s" targetRef="t"/><bpmn:sequenceFlow id="back" sourceRef="t" targetRef="s"/></bpmn:process></bpmn:definitions>`,
    checkWith,
  );

  expect(findings.map((finding) => finding.code)).toContain('plain-task');
  expect(judged.find((problem) => problem.element === 's' || problem.element === 'back')).toMatchObject({
    severity: 'error',
    sentence: expect.stringMatching(/\w+ \w+/),
  });
});

test('checks a thousand elements whole: each of its mistakes is found', async () => {
  const mistakes = 40;
  const { findings } = await checkDiagram(largeDiagram({ elements: 1_000, mistakes }), checkWith);

  expect(findings.filter((finding) => finding.code === 'plain-task')).toHaveLength(mistakes);
});

test('what refers to something gone is told as such, also where drawing sees something else', async () => {
  const steps = `<bpmn:userTask id="ask"><bpmn:extensionElements><relata:form screen="gone.form"/></bpmn:extensionElements></bpmn:userTask>
    <bpmn:userTask id="give" name="Give"><bpmn:extensionElements><relata:assignment candidateRoles="['gone.keeper']"/></bpmn:extensionElements></bpmn:userTask>
    <bpmn:userTask id="check" name="Check"><bpmn:extensionElements><relata:assignment assignee="'left@example.org'"/></bpmn:extensionElements></bpmn:userTask>
    <bpmn:callActivity id="call" name="Call" calledElement="gone"/>
    <bpmn:scriptTask id="read" name="Read" relata:resultVariable="r"><bpmn:script>$get('gone.shop', 'x').name</bpmn:script></bpmn:scriptTask>`;
  const ids = ['s', 'ask', 'give', 'check', 'call', 'read', 'e'];
  const ways = ids
    .slice(1)
    .map((id, at) => `<bpmn:sequenceFlow id="f${at}" sourceRef="${ids[at]}" targetRef="${id}"/>`);
  const { findings, judged } = await checkDiagram(
    `<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:relata="urn:relata:bpmn:1" id="d" targetNamespace="t"><bpmn:process id="p" isExecutable="true" relata:subject="gone.shop"><bpmn:startEvent id="s"/>${steps}<bpmn:endEvent id="e"/>${ways.join('')}</bpmn:process></bpmn:definitions>`,
    { ...checkWith, known: { flows: [], entities: [], roles: [], screens: [], people: [] } },
  );

  expect(findings.map(({ element }) => element)).toContain('ask');
  const gone = judged.filter(({ isGone }) => isGone).map(({ element }) => element);
  expect(gone.toSorted()).toEqual(['ask', 'call', 'check', 'give', 'p', 'read']);
});
