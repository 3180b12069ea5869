/** Pieces of which files with one fault each are put together. */
import { chain } from '../../step/testing/load-flow.ts';

export const start = '<bpmn:startEvent id="s"/>';
export const end = '<bpmn:endEvent id="e"/>';
export const simple = start + end + chain('s', 'e');

export const task = (id: string, inside = '', attributes = ''): string =>
  `<bpmn:task id="${id}" name="Do it" ${attributes}>${inside}</bpmn:task>`;
export const around = (inner: string): string => start + inner + end + chain('s', 'x', 'e');
export const catching = (id: string, definition: string): string =>
  `<bpmn:intermediateCatchEvent id="${id}">${definition}</bpmn:intermediateCatchEvent>`;
export const timer = (text: string): string =>
  `<bpmn:timerEventDefinition><bpmn:timeDuration>${text}</bpmn:timeDuration></bpmn:timerEventDefinition>`;
export const extended = (tag: string, inside: string, attributes = ''): string =>
  `<bpmn:${tag} id="x" ${attributes}><bpmn:extensionElements>${inside}</bpmn:extensionElements></bpmn:${tag}>`;
export const conditional = (from: string, to: string, condition: string): string =>
  `<bpmn:sequenceFlow id="c_${from}_${to}" sourceRef="${from}" targetRef="${to}"><bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${condition}</bpmn:conditionExpression></bpmn:sequenceFlow>`;
export const conditionalOn = (condition: string): string =>
  `<bpmn:conditionalEventDefinition><bpmn:condition xsi:type="bpmn:tFormalExpression">${condition}</bpmn:condition></bpmn:conditionalEventDefinition>`;
export const recordStart = (entity: string): string =>
  `<bpmn:startEvent id="s"><bpmn:conditionalEventDefinition><bpmn:extensionElements><relata:record ${entity}/></bpmn:extensionElements><bpmn:condition xsi:type="bpmn:tFormalExpression">$record.won</bpmn:condition></bpmn:conditionalEventDefinition></bpmn:startEvent>${end}${chain('s', 'e')}`;
export const subProcess = (inner: string, attributes = ''): string =>
  `<bpmn:subProcess id="x" ${attributes}>${inner}</bpmn:subProcess>`;
export const link = (position: string, id: string, named = 'name="A"'): string =>
  `<bpmn:intermediate${position}Event id="${id}"><bpmn:linkEventDefinition ${named}/></bpmn:intermediate${position}Event>`;
export const boundary = (definition: string, attributes = ''): string =>
  around(task('x')) +
  `<bpmn:boundaryEvent id="b" attachedToRef="x" ${attributes}>${definition}</bpmn:boundaryEvent>`;
export const eventGateway = (targets: string, ...ids: string[]): string =>
  `${start}<bpmn:eventBasedGateway id="g"/>${chain('s', 'g')}${targets}${ids.map((id) => chain('g', id)).join('')}`;

export const repeated = (attributes: string, inside: string): string =>
  `<bpmn:multiInstanceLoopCharacteristics ${attributes}>${inside}</bpmn:multiInstanceLoopCharacteristics>`;
export const cardinality = '<bpmn:loopCardinality xsi:type="bpmn:tFormalExpression">3</bpmn:loopCardinality>';
export const message = '<bpmn:message id="m" name="paid"/>';
export const messageRef = '<bpmn:messageEventDefinition messageRef="m"/>';
export const messageStart = (id: string): string =>
  `<bpmn:startEvent id="${id}">${messageRef}</bpmn:startEvent>`;

export const messageEvent = (ref: string): string =>
  ref === '' ? '<bpmn:messageEventDefinition/>' : `<bpmn:messageEventDefinition messageRef="${ref}"/>`;
/** Throws at one element and catches at another. */
export const talk = (from: string, to: string, ref = ''): string =>
  `${start}<bpmn:intermediateThrowEvent id="${from}">${messageEvent(ref)}</bpmn:intermediateThrowEvent>${catching(to, messageEvent(ref))}${end}${chain('s', from, to, 'e')}`;
export const otherPool = (ref: string): string =>
  `<bpmn:process id="q" isExecutable="true"><bpmn:startEvent id="c2">${messageEvent(ref)}</bpmn:startEvent></bpmn:process>`;
export const pools = (from: string, to: string): string =>
  `<bpmn:collaboration id="col"><bpmn:participant id="pool" processRef="p"/><bpmn:messageFlow id="mf" sourceRef="${from}" targetRef="${to}"/></bpmn:collaboration>`;
