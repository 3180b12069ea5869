import { beforeAll, describe, expect, it } from 'vitest';
import { addTexts, type Texts } from '../../web/data/i18n.ts';
import type { Meta } from '../../web/data/meta.ts';
import expressions from '../../web/expression/locales/en.json' with { type: 'json' };
import words from '../../web/locales/en.json' with { type: 'json' };
import designer from '../locales/en.json' with { type: 'json' };
import { detailPlace, detailValue } from './change-words.ts';
import { differenceOf } from './difference.ts';

// What a server says of one entity, one kind of task and one role; the rest of it is not looked at.
const meta = {
  entities: [
    {
      id: 'course',
      label: { one: 'Course', many: 'Courses' },
      fields: [
        { id: 'begins', type: 'date', label: 'First day', access: 'write' },
        { id: 'price', type: 'decimal', label: 'Price', access: 'write' },
        {
          ...{ id: 'state', type: 'select', label: 'State', access: 'write' },
          options: [{ value: 'open', label: 'Still open' }],
        },
      ],
    },
  ],
  screens: [],
  roles: [{ id: 'desk', label: 'Front desk' }],
  tasks: [
    {
      id: 'record.update',
      label: 'Change a record',
      input: {
        properties: {
          entity: { type: 'string', title: 'Which records', choose: 'entity' },
          values: { type: 'object', title: 'New values', fieldsOf: 'entity' },
          note: { type: 'string', title: 'Remark' },
        },
      },
      output: {},
    },
  ],
} as unknown as Meta;

beforeAll(() => {
  for (const part of [words, expressions, designer] as Texts[]) addTexts('en', part);
});

const file = (inner: string): string =>
  `<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:relata="urn:relata:bpmn:1" id="d" targetNamespace="t"><bpmn:process id="p" isExecutable="true" relata:subject="course">${inner}</bpmn:process></bpmn:definitions>`;

const said = async (before: string, after: string): Promise<string[]> => {
  const changes = await differenceOf(file(before), file(after));
  return changes.flatMap((change) =>
    change.details.map((detail) => {
      const [one, other] = (['before', 'after'] as const).map((side) =>
        detailValue(detail, { change, side, meta }),
      );
      return `${detailPlace(detail, change, meta)}: ${one} → ${other}`;
    }),
  );
};

const timer = (source: string): string =>
  `<bpmn:intermediateCatchEvent id="e"><bpmn:timerEventDefinition><bpmn:timeDate xsi:type="bpmn:tFormalExpression">${source}</bpmn:timeDate></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>`;
const way = (condition: string): string =>
  `<bpmn:task id="a"/><bpmn:task id="b"/><bpmn:sequenceFlow id="f" sourceRef="a" targetRef="b"><bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${condition}</bpmn:conditionExpression></bpmn:sequenceFlow>`;
const task = (inputs: string): string =>
  `<bpmn:serviceTask id="t"><bpmn:extensionElements><relata:task type="record.update"><relata:input name="entity" value="'course'"/>${inputs}</relata:task></bpmn:extensionElements></bpmn:serviceTask>`;
const person = (attributes: string): string =>
  `<bpmn:userTask id="u"><bpmn:extensionElements><relata:assignment ${attributes}/></bpmn:extensionElements></bpmn:userTask>`;

describe('what changed in a flow is told as the properties panel shows it', () => {
  it.each([
    [
      'a time beside a date of the record',
      timer("$subject.begins &amp; '/-P7D'"),
      timer("$subject.begins &amp; '/P1D'"),
      'Time: 7 days before Course › First day → 1 day after Course › First day',
    ],
    [
      'a condition as a sentence',
      way('$subject.price > 10'),
      way("$subject.state = 'open'"),
      'Condition: Course › Price is over 10 → Course › State is Still open',
    ],
    [
      'an input by its label, and a text with fields in it',
      task('<relata:input name="note" value="\'Hello\'"/>'),
      task('<relata:input name="note" value="\'From \' &amp; $subject.begins"/>'),
      'Input “Remark”: “Hello” → From {Course › First day}',
    ],
    [
      'values of fields by the labels of the fields',
      task('<relata:input name="values" value="{ &quot;price&quot;: 5 }"/>'),
      task('<relata:input name="values" value="{ &quot;state&quot;: \'open\' }"/>'),
      'Input “New values”: Price: 5 → State: Still open',
    ],
    [
      'roles by their names',
      person('candidateRoles="[\'desk\']"'),
      person("candidateRoles=\"['desk', 'gone']\""),
      'Which roles may take it: Front desk → Front desk, gone',
    ],
    [
      'a person by how they are found',
      person('assignee="$subject.owner.id"'),
      person('assignee="$actor.id"'),
      'Who: Owner of the record → Who started the flow',
    ],
    [
      'what the panel has no words for, as it is written',
      way('$sum($subject.lines.price) > 3'),
      way('true and'),
      'Condition: $sum($subject.lines.price) > 3 → true and',
    ],
  ])('%s', async (_, before, after, sentence) => {
    expect(await said(before, after)).toEqual([sentence]);
  });
});
