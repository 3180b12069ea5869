import { chain, processXml } from '../../step/testing/load-flow.ts';
import type { DeployCode } from '../codes.ts';
import { faultyCalls } from './faulty-calls.ts';
import { faultyNames } from './faulty-names.ts';
import { faultyStructure } from './faulty-structure.ts';
import { faultyScopes } from './faulty-scopes.ts';
import {
  start,
  end,
  simple,
  task,
  around,
  catching,
  timer,
  extended,
  conditional,
  conditionalOn,
  recordStart,
  subProcess,
  link,
  boundary,
  eventGateway,
  repeated,
  cardinality,
  message,
  messageRef,
  messageStart,
} from './faulty-parts.ts';

/** A task `x` for a person with these fields to fill in. */
const faultyForm = (fields: string): [string, string] => [
  processXml(around(extended('userTask', `<relata:form>${fields}</relata:form>`))),
  'x',
];

/** For each code a file that has this fault, and which element is to blame; null where it is the file. */
export const faultyFiles: Record<DeployCode, [xml: string, element: string | null]> = {
  ...faultyCalls,
  ...faultyNames,
  ...faultyStructure,
  ...faultyScopes,
  'xml-too-large': [processXml(`${simple}<!--${'x'.repeat(5_000_001)}-->`), null],
  'xml-malformed': [processXml(simple).replace('</bpmn:process>', ''), null],
  'xml-doctype': [processXml(simple).replace('?>', '?><!DOCTYPE d [<!ENTITY a "b">]>'), null],
  'xml-too-deep': [
    processXml(simple + '<bpmn:subProcess>'.repeat(300) + '</bpmn:subProcess>'.repeat(300)),
    null,
  ],
  'xml-not-bpmn': ['<not-bpmn/>', null],
  'xml-encoding': [processXml(simple).replace('UTF-8', 'GB18030'), null],
  'element-unknown': [processXml(`${simple}<bpmn:robotTask id="r"/>`), null],
  'content-ignored': [processXml(`${simple}<o:thing xmlns:o="urn:other"/>`), 'p'],
  'attribute-unknown': [processXml(around(task('x', '', 'relata:colour="red"'))), 'x'],
  'attribute-invalid': [processXml(simple, { attributes: 'relata:retention="90 days"' }), 'p'],
  'extension-misplaced': [
    processXml(around(extended('userTask', '<relata:task type="sales.set-stage"/>'))),
    'x',
  ],
  'id-duplicate': [processXml(around(task('x')) + task('x')), 'x'],
  'id-invalid': [processXml(simple + task('1 task')), '1 task'],
  'id-missing': [processXml(`${simple}<bpmn:task/>`), null],
  'reference-unknown': [processXml(start + chain('s', 'nowhere')), 'f_s_nowhere'],
  'reference-wrong': [processXml(`${simple}<bpmn:dataObject id="d"/>${chain('s', 'd')}`), 'f_s_d'],
  'diagram-reference-unknown': [
    processXml(simple)
      .replace('<bpmn:definitions', '<bpmn:definitions xmlns:di="http://www.omg.org/spec/BPMN/20100524/DI"')
      .replace(
        '</bpmn:definitions>',
        '<di:BPMNDiagram id="dia"><di:BPMNPlane id="pl" bpmnElement="p"><di:BPMNShape id="sh" bpmnElement="gone"/></di:BPMNPlane></di:BPMNDiagram></bpmn:definitions>',
      ),
    'sh',
  ],
  'process-not-executable': [processXml(simple, { around: '<bpmn:process id="other"/>' }), 'other'],
  'process-none-executable': [processXml(simple).replace('"true"', '"false"'), null],
  'process-empty': [processXml(''), 'p'],
  'subject-unknown': [processXml(simple, { attributes: 'relata:subject="unicorn"' }), 'p'],
  'lane-twice': [
    processXml(
      `<bpmn:laneSet id="l"><bpmn:lane id="l1"><bpmn:flowNodeRef>x</bpmn:flowNodeRef></bpmn:lane><bpmn:lane id="l2"><bpmn:flowNodeRef>x</bpmn:flowNodeRef></bpmn:lane></bpmn:laneSet>${around(task('x'))}`,
    ),
    'x',
  ],
  'role-unknown': [
    processXml(
      `<bpmn:laneSet id="l"><bpmn:lane id="l1" name="wizards"><bpmn:flowNodeRef>x</bpmn:flowNodeRef></bpmn:lane></bpmn:laneSet>${around('<bpmn:userTask id="x"/>')}`,
    ),
    'x',
  ],
  'element-unsupported': [processXml(around('<bpmn:callChoreography id="x"/>')), 'x'],
  'element-unreachable': [processXml(`${simple}${task('x')}${task('y')}${chain('x', 'y', 'x')}`), 'x'],
  'data-association-ignored': [
    processXml(
      `${around(task('x', '<bpmn:dataInputAssociation><bpmn:sourceRef>d</bpmn:sourceRef></bpmn:dataInputAssociation>'))}<bpmn:dataObjectReference id="d"/>`,
    ),
    'x',
  ],
  'flow-crosses-border': [
    processXml(`${around(subProcess(task('inner')))}${chain('s', 'inner')}`),
    'f_s_inner',
  ],
  'flow-into-start': [processXml(around(task('x')) + chain('x', 's')), 'f_x_s'],
  'flow-into-boundary': [processXml(boundary(timer('PT1H')) + chain('s', 'b')), 'f_s_b'],
  'flow-out-of-end': [processXml(around(task('x')) + chain('e', 'x')), 'f_e_x'],
  'default-foreign': [processXml(around(task('x', '', 'default="f_s_x"'))), 'x'],
  'default-condition': [
    processXml(
      `${start}<bpmn:exclusiveGateway id="g" default="c_g_e"/>${end}${task('x')}${chain('s', 'g')}${conditional('g', 'e', 'a')}${conditional('g', 'x', 'b')}`,
    ),
    'c_g_e',
  ],
  'condition-ignored': [
    processXml(
      `${start}<bpmn:parallelGateway id="g"/>${end}${task('x')}${chain('s', 'g', 'x')}${conditional('g', 'e', 'a')}`,
    ),
    'c_g_e',
  ],
  'condition-missing': [
    processXml(
      `${start}<bpmn:exclusiveGateway id="g"/>${end}${task('x')}${chain('s', 'g', 'x')}${conditional('g', 'e', 'a')}`,
    ),
    'f_g_x',
  ],
  'gateway-useless': [processXml(around('<bpmn:parallelGateway id="x"/>')), 'x'],
  'activation-condition-missing': [
    processXml(
      `${start}<bpmn:parallelGateway id="f"/><bpmn:complexGateway id="g"/>${end}${chain('s', 'f', 'g', 'e')}<bpmn:sequenceFlow id="again" sourceRef="f" targetRef="g"/>`,
    ),
    'g',
  ],
  'event-gateway-target': [processXml(eventGateway(task('x'), 'x')), 'x'],
  'event-gateway-mixed': [
    processXml(
      eventGateway(`<bpmn:receiveTask id="r" messageRef="m"/>${catching('c', messageRef)}`, 'r', 'c'),
      { around: message },
    ),
    'g',
  ],
  'event-gateway-boundary': [
    processXml(
      `${eventGateway('<bpmn:receiveTask id="r" messageRef="m"/>', 'r')}<bpmn:boundaryEvent id="b" attachedToRef="r">${timer('PT1H')}</bpmn:boundaryEvent>`,
      { around: message },
    ),
    'r',
  ],
  'event-gateway-loop': [
    processXml(
      eventGateway(
        '<bpmn:receiveTask id="r" messageRef="m"><bpmn:standardLoopCharacteristics loopMaximum="2"/></bpmn:receiveTask>',
        'r',
      ),
      { around: message },
    ),
    'r',
  ],
  'event-gateway-empty': [processXml(eventGateway('')), 'g'],
  'instantiate-flow': [
    processXml(around('<bpmn:receiveTask id="x" instantiate="true" messageRef="m"/>'), { around: message }),
    'x',
  ],
  'start-none-many': [processXml(`${simple}<bpmn:startEvent id="s2"/>`), 's2'],
  'start-forbidden': [
    processXml('<bpmn:startEvent id="s"><bpmn:errorEventDefinition/></bpmn:startEvent>'),
    's',
  ],
  'start-message-many': [processXml(messageStart('s') + messageStart('s2'), { around: message }), 's2'],
  'sub-process-start-many': [
    processXml(around(subProcess('<bpmn:startEvent id="a"/><bpmn:startEvent id="b"/>'))),
    'x',
  ],
  'sub-process-start-typed': [
    processXml(around(subProcess(`<bpmn:startEvent id="a">${timer('PT1H')}</bpmn:startEvent>`))),
    'a',
  ],
  'boundary-host-missing': [
    processXml(`${simple}<bpmn:boundaryEvent id="b">${timer('PT1H')}</bpmn:boundaryEvent>`),
    'b',
  ],
  'boundary-must-interrupt': [
    processXml(boundary('<bpmn:errorEventDefinition/>', 'cancelActivity="false"')),
    'b',
  ],
  'boundary-forbidden': [processXml(boundary('')), 'b'],
  'end-error-missing': [
    processXml(
      `${start}<bpmn:endEvent id="e"><bpmn:errorEventDefinition/></bpmn:endEvent>${chain('s', 'e')}`,
    ),
    'e',
  ],
  'link-no-target': [processXml(start + link('Throw', 'x') + chain('s', 'x')), 'x'],
  'link-target-many': [
    processXml(start + link('Throw', 'x') + chain('s', 'x') + link('Catch', 'y') + link('Catch', 'z')),
    'y',
  ],
  'link-target-flow': [
    processXml(start + link('Throw', 'x') + chain('s', 'x') + link('Catch', 'y') + chain('s', 'y')),
    'y',
  ],
  'link-unnamed': [
    processXml(
      start + link('Throw', 'x', '') + chain('s', 'x') + link('Catch', 'y', '') + task('z') + chain('y', 'z'),
    ),
    'x',
  ],
  'boundary-twice': [
    processXml(
      boundary('<bpmn:escalationEventDefinition/>') +
        '<bpmn:boundaryEvent id="c" attachedToRef="x"><bpmn:escalationEventDefinition/></bpmn:boundaryEvent>',
    ),
    'c',
  ],
  'message-missing': [processXml(around(catching('x', '<bpmn:messageEventDefinition/>'))), 'x'],
  'message-none': [processXml(around('<bpmn:receiveTask id="x"/>')), 'x'],
  'signal-missing': [processXml(around(catching('x', '<bpmn:signalEventDefinition/>'))), 'x'],
  'timer-missing': [processXml(around(catching('x', '<bpmn:timerEventDefinition/>'))), 'x'],
  'timer-invalid': [processXml(around(catching('x', timer('PT1X')))), 'x'],
  'calendar-unknown': [
    processXml(around(catching('x', timer('business: PT1H'))), { attributes: 'relata:calendar="weekend"' }),
    'x',
  ],
  'condition-empty': [
    processXml('<bpmn:startEvent id="s"><bpmn:conditionalEventDefinition/></bpmn:startEvent>'),
    's',
  ],
  'condition-constant': [processXml(around(catching('x', conditionalOn('$subject.won')))), 'x'],
  'record-missing': [processXml(recordStart('')), 's'],
  'record-entity-unknown': [processXml(recordStart('entity="unicorn"')), 's'],
  'record-entity-other': [
    processXml(recordStart('entity="opportunity"'), { attributes: 'relata:subject="account"' }),
    's',
  ],
  'task-type-missing': [processXml(around('<bpmn:serviceTask id="x"/>')), 'x'],
  'decision-missing': [processXml(around(extended('businessRuleTask', '<relata:decision/>'))), 'x'],
  'decision-unknown': [
    processXml(around(extended('businessRuleTask', '<relata:decision ref="no-such"/>'))),
    'x',
  ],
  'decision-version-unknown': [
    processXml(around(extended('businessRuleTask', '<relata:decision ref="discount" version="9"/>'))),
    'x',
  ],
  'decision-input-missing': [
    processXml(
      around(
        extended(
          'businessRuleTask',
          '<relata:decision ref="discount"><relata:input name="tier" value="1"/></relata:decision>',
        ),
      ),
    ),
    'x',
  ],
  'task-type-unknown': [processXml(around(extended('serviceTask', '<relata:task type="no.such"/>'))), 'x'],
  'task-input-missing': [
    processXml(around(extended('serviceTask', '<relata:task type="sales.set-stage"/>'))),
    'x',
  ],
  'task-input-unknown': [
    processXml(
      around(
        extended(
          'serviceTask',
          '<relata:task type="sales.set-stage"><relata:input name="stage" value="1"/><relata:input name="stag" value="1"/></relata:task>',
        ),
      ),
    ),
    'x',
  ],
  'script-empty': [processXml(around('<bpmn:scriptTask id="x"/>')), 'x'],
  'script-format': [
    processXml(
      around('<bpmn:scriptTask id="x" scriptFormat="groovy"><bpmn:script>1</bpmn:script></bpmn:scriptTask>'),
    ),
    'x',
  ],
  'form-field-type': faultyForm('<relata:field id="f" label="Size" type="hologram"/>'),
  'form-field-twice': faultyForm('<relata:field id="f" type="text"/><relata:field id="f" type="text"/>'),
  'form-field-unlabelled': faultyForm('<relata:field id="f" type="text"/>'),
  'form-field-options': faultyForm('<relata:field id="f" label="Size" type="select"/>'),
  'form-field-entity': faultyForm('<relata:field id="f" label="Whom" type="relation"/>'),
  'screen-unknown': [processXml(around(extended('userTask', '<relata:form screen="no.such"/>'))), 'x'],
  'multi-instance-empty': [processXml(around(task('x', '<bpmn:multiInstanceLoopCharacteristics/>'))), 'x'],
  'multi-instance-both': [
    processXml(around(task('x', repeated('relata:collection="items"', cardinality)))),
    'x',
  ],
  'multi-instance-output': [
    processXml(around(task('x', repeated('relata:outputElement="n"', cardinality)))),
    'x',
  ],
  'multi-instance-event': [processXml(around(task('x', repeated('behavior="Complex"', cardinality)))), 'x'],
  'loop-endless': [processXml(around(task('x', '<bpmn:standardLoopCharacteristics/>'))), 'x'],
  'expression-invalid': [
    processXml(around('<bpmn:scriptTask id="x"><bpmn:script>1 +</bpmn:script></bpmn:scriptTask>')),
    'x',
  ],
};
