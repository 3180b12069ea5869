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
