import { BpmnModdle } from 'bpmn-moddle';
import { describe, expect, it } from 'vitest';
import relata from '../../core/flow/moddle/relata.json' with { type: 'json' };
import type { MetaTask } from '../../web/data/meta.ts';
import type { ModdleElement } from '../moddle/moddle-element.ts';
import { newDiagram } from '../moddle/new-diagram.ts';
import english from '../locales/en.json' with { type: 'json' };
import { lint } from './lint.ts';

const setStage: MetaTask = {
  id: 'sales.set-stage',
  kind: 'transactional',
  icon: 'signpost',
  group: 'sales',
  groupLabel: 'Sales',
  label: 'Set the stage',
  help: '',
  input: { properties: { stage: { type: 'string', title: 'Stage' } }, required: ['stage'] },
  output: {},
};
const tasks = new Map([[setStage.id, setStage]]);

const fields = {
  deal: {
    label: 'Deal',
    fields: {
      amount: { label: 'Amount', entity: '' },
      account: { label: 'Account', entity: 'account' },
      others: { label: 'Others', entity: 'account', isMany: true },
      owner: { label: 'Owner', entity: 'user' },
    },
  },
  account: { label: 'Account', fields: { name: { label: 'Name', entity: '' } } },
};

const codesOf = async (inner: string, attributes = ''): Promise<string[]> => {
  const xml = `<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:relata="urn:relata:bpmn:1" id="d" targetNamespace="t"><bpmn:process id="p" isExecutable="true" ${attributes}>${inner}</bpmn:process></bpmn:definitions>`;
  const { rootElement } = await new BpmnModdle({ relata }).fromXML(xml);
  // The reader's declaration leaves the type of the root open.
  return lint(rootElement as ModdleElement, tasks, fields).map(
    (finding) => `${finding.element}:${finding.code}`,
  );
};

const flow = (from: string, to: string, condition = ''): string =>
  `<bpmn:sequenceFlow id="${from}-${to}" sourceRef="${from}" targetRef="${to}">${
    condition &&
    `<bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${condition}</bpmn:conditionExpression>`
  }</bpmn:sequenceFlow>`;
const around = (id: string, element: string): string =>
  `<bpmn:startEvent id="s"/>${element}<bpmn:endEvent id="e"/>${flow('s', id)}${flow(id, 'e')}`;
const serviceTask = (inputs: string): string =>
  `<bpmn:serviceTask id="t"><bpmn:extensionElements><relata:task type="sales.set-stage">${inputs}</relata:task></bpmn:extensionElements></bpmn:serviceTask>`;

describe('lint', () => {
  it('finds nothing in a new flow', async () => {
    const xml = newDiagram({ key: 'k', name: 'N', subject: '', startName: 'S', endName: 'E' });
    const { rootElement } = await new BpmnModdle({ relata }).fromXML(xml);

    expect(lint(rootElement as ModdleElement, tasks)).toEqual([]); // As above.
  });

  it.each([
    ['no start', '<bpmn:endEvent id="e"/>', ['p:start-missing', 'e:not-reached']],
    ['a service task without a kind', around('t', '<bpmn:serviceTask id="t"/>'), ['t:task-missing']],
    ['a required input left out', around('t', serviceTask('')), ['t:input-missing']],
    ['nothing when it is given', around('t', serviceTask(`<relata:input name="stage" value="'won'"/>`)), []],
    [
      'an expression that does not parse',
      around('t', serviceTask('<relata:input name="stage" value="(1"/>')),
      ['t:expression'],
    ],
    [
      'nothing when work is due after working time',
      around(
        'u',
        '<bpmn:userTask id="u" name="Ask"><bpmn:extensionElements><relata:assignment assignee="\'a\'" due="business: PT4H"/></bpmn:extensionElements></bpmn:userTask>',
      ),
      [],
    ],
    ['a person missing', around('u', '<bpmn:userTask id="u" name="Ask"/>'), ['u:nobody']],
    ['an empty script', around('c', '<bpmn:scriptTask id="c"/>'), ['c:script-missing']],
    [
      'an empty timer',
      around(
        'w',
        '<bpmn:intermediateCatchEvent id="w"><bpmn:timerEventDefinition/></bpmn:intermediateCatchEvent>',
      ),
      ['w:timer-missing'],
    ],
    ['a call of nothing', around('c', '<bpmn:callActivity id="c"/>'), ['c:call-missing']],
    [
      'a step for each item of no list',
      around('m', '<bpmn:manualTask id="m"><bpmn:multiInstanceLoopCharacteristics/></bpmn:manualTask>'),
      ['m:list-missing'],
    ],
    [
      'nothing where another tool says of which',
      around(
        'm',
        '<bpmn:manualTask id="m"><bpmn:multiInstanceLoopCharacteristics xmlns:other="http://other.example" other:collection="items"/></bpmn:manualTask>',
      ),
      [],
    ],
    [
      'a loop that never ends',
      around('m', '<bpmn:manualTask id="m"><bpmn:standardLoopCharacteristics/></bpmn:manualTask>'),
      ['m:loop-endless'],
    ],
    [
      'nothing when it ends',
      around(
        'm',
        '<bpmn:manualTask id="m"><bpmn:standardLoopCharacteristics loopMaximum="2"/></bpmn:manualTask>',
      ),
      [],
    ],
    [
      'a signal without a name',
      around(
        'w',
        '<bpmn:intermediateCatchEvent id="w"><bpmn:signalEventDefinition/></bpmn:intermediateCatchEvent>',
      ),
      ['w:signal-missing'],
    ],
    [
      'branches without condition or default',
      `<bpmn:startEvent id="s"/><bpmn:exclusiveGateway id="g"/><bpmn:endEvent id="a"/><bpmn:endEvent id="b"/>${flow('s', 'g')}${flow('g', 'a', 'x &gt; 1')}${flow('g', 'b')}`,
      ['g-b:condition-missing', 'g:default-missing'],
    ],
    [
      'a step that leads nowhere',
      `<bpmn:startEvent id="s"/><bpmn:scriptTask id="c"><bpmn:script>1</bpmn:script></bpmn:scriptTask>${flow('s', 'c')}`,
      ['c:leads-nowhere'],
    ],
    [
      'the record where the flow has none',
      around('c', '<bpmn:scriptTask id="c"><bpmn:script>$subject.amount</bpmn:script></bpmn:scriptTask>'),
      ['c:no-subject'],
    ],
  ])('finds %s', async (_, inner, found) => {
    expect(await codesOf(inner)).toEqual(found);
  });

  it('finds what reads a field that is gone, over relations too', async () => {
    const script = (id: string, source: string): string =>
      around(id, `<bpmn:scriptTask id="${id}"><bpmn:script>${source}</bpmn:script></bpmn:scriptTask>`);
    const of = (source: string) => codesOf(script('c', source), 'relata:subject="deal"');
    expect(await of('$subject.amount * 2 + $length($subject.account.name)')).toEqual([]);
    expect(await of('$subject.zone')).toEqual(['c:field-gone']);
    expect(await of('$subject.account.zone')).toEqual(['c:field-gone']);
    const started = (entity: string, source: string): string =>
      `<bpmn:startEvent id="s"><bpmn:conditionalEventDefinition><bpmn:extensionElements><relata:record entity="${entity}" on="updated"/></bpmn:extensionElements><bpmn:condition xsi:type="bpmn:tFormalExpression">${source}</bpmn:condition></bpmn:conditionalEventDefinition></bpmn:startEvent><bpmn:endEvent id="e"/>${flow('s', 'e')}`;
    expect(await codesOf(started('account', '$record.zone = 1'))).toEqual(['s:field-gone']);
    expect(await codesOf(started('account', '$record.name = "A"'))).toEqual([]);
  });

  it.each([
    ['$subject.account.name', []],
    ['$subject.owner.name', []],
    ["'Dear ' & $subject.account.name & $join($subject.others.name, ', ')", []],
    ['$subject.account', ['t:input-record']],
    ["'Dear ' & $subject.owner", ['t:input-record']],
    ["'Dear ' & $subject.others.name", ['t:input-many']],
  ])('a text made of %s: %o', async (source, found) => {
    const input = `<relata:input name="stage" value="${source}"/>`;
    expect(await codesOf(around('t', serviceTask(input)), 'relata:subject="deal"')).toEqual(found);
  });

  it('has a sentence for every code', async () => {
    const sentences: Record<string, string> = english;
    const codes = [
      'start-missing',
      'not-reached',
      'leads-nowhere',
      'condition-missing',
      'default-missing',
      'task-missing',
      'task-unknown',
      'input-missing',
      'nobody',
      'name-missing',
      'timer-missing',
      'message-missing',
      'error-missing',
      'event-condition-missing',
      'record-missing',
      'script-missing',
      'plain-task',
      'call-missing',
      'list-missing',
      'loop-endless',
      'signal-missing',
      'expression',
      'no-subject',
      'field-gone',
      'input-record',
      'input-many',
    ];

    expect(codes.filter((code) => !sentences[`designer.problem.${code}`])).toEqual([]);
  });
});
