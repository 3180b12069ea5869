import { chain, processXml } from '../../step/testing/load-flow.ts';
import { around, boundary, simple, start, subProcess, task } from './faulty-parts.ts';

const undoing = '<bpmn:compensateEventDefinition/>';
const associated = (from: string, to: string): string =>
  `<bpmn:association id="a_${from}_${to}" sourceRef="${from}" targetRef="${to}"/>`;
const handler = task('h', '', 'isForCompensation="true"') + associated('b', 'h');

/** What is wrong with event sub-processes, compensation and transactions. */
export const faultyScopes = {
  'event-sub-process-untyped': [
    processXml(simple + subProcess('<bpmn:startEvent id="a"/>', 'triggeredByEvent="true"')),
    'a',
  ],
  'event-sub-process-must-interrupt': [
    processXml(
      simple +
        subProcess(
          '<bpmn:startEvent id="a" isInterrupting="false"><bpmn:errorEventDefinition/></bpmn:startEvent>',
          'triggeredByEvent="true"',
        ),
    ),
    'a',
  ],
  'event-sub-process-flow': [
    processXml(around(subProcess('<bpmn:startEvent id="a"/>', 'triggeredByEvent="true"'))),
    'x',
  ],
  'event-sub-process-start': [processXml(simple + subProcess('', 'triggeredByEvent="true"')), 'x'],
  'cancel-outside-transaction': [
    processXml(
      `${start}<bpmn:endEvent id="e"><bpmn:cancelEventDefinition/></bpmn:endEvent>${chain('s', 'e')}`,
    ),
    'e',
  ],
  'cancel-uncaught': [
    processXml(
      around(
        '<bpmn:transaction id="x"><bpmn:endEvent id="y"><bpmn:cancelEventDefinition/></bpmn:endEvent></bpmn:transaction>',
      ),
    ),
    'y',
  ],
  'compensation-boundary-flow': [processXml(boundary(undoing) + handler + chain('b', 'e')), 'b'],
  'compensation-handler-missing': [processXml(boundary(undoing)), 'b'],
  'compensation-handler-many': [
    processXml(boundary(undoing) + handler + task('h2') + associated('b', 'h2')),
    'b',
  ],
  'compensation-handler-unmarked': [processXml(boundary(undoing) + task('h') + associated('b', 'h')), 'h'],
  'compensation-activity': [
    processXml(
      around(
        '<bpmn:intermediateThrowEvent id="x"><bpmn:compensateEventDefinition activityRef="inner"/></bpmn:intermediateThrowEvent>',
      ) + `<bpmn:subProcess id="y">${task('inner')}</bpmn:subProcess>`,
    ),
    'x',
  ],
  'compensation-nothing': [
    processXml(
      `${around('<bpmn:intermediateThrowEvent id="x"><bpmn:compensateEventDefinition activityRef="y"/></bpmn:intermediateThrowEvent>')}${task('y')}`,
    ),
    'x',
  ],
  'compensation-process': [
    processXml(
      simple + subProcess(`<bpmn:startEvent id="a">${undoing}</bpmn:startEvent>`, 'triggeredByEvent="true"'),
    ),
    'a',
  ],
  'compensation-flow': [processXml(around(task('x', '', 'isForCompensation="true"'))), 'x'],
  'ad-hoc-start-end': [
    processXml(
      around(`<bpmn:adHocSubProcess id="x"><bpmn:startEvent id="a"/>${task('b')}</bpmn:adHocSubProcess>`),
    ),
    'a',
  ],
  'ad-hoc-empty': [processXml(around('<bpmn:adHocSubProcess id="x"/>')), 'x'],
  'ad-hoc-event': [
    processXml(
      simple + `<bpmn:adHocSubProcess id="x" triggeredByEvent="true">${task('b')}</bpmn:adHocSubProcess>`,
    ),
    'x',
  ],
} satisfies Record<string, [xml: string, element: string | null]>;
