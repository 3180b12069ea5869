import { chain, processXml } from '../../step/testing/load-flow.ts';
import {
  around,
  boundary,
  catching,
  conditional,
  end,
  eventGateway,
  start,
  task,
  timer,
} from './faulty-parts.ts';

/** What the standard allows once, or says in two places. */
export const faultyStructure = {
  'definition-twice': [
    processXml(
      around(
        task(
          'x',
          '<bpmn:standardLoopCharacteristics/><bpmn:multiInstanceLoopCharacteristics><bpmn:loopCardinality>2</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics>',
        ),
      ),
    ),
    'x',
  ],
  'default-many': [
    processXml(
      `${start}<bpmn:exclusiveGateway id="g" default="c_g_e c_g_x"/>${end}${task('x')}${chain('s', 'g')}${conditional('g', 'e', 'a')}${conditional('g', 'x', 'b')}`,
    ),
    'g',
  ],
  'flow-list-differs': [processXml(around(task('x', '<bpmn:incoming>f_x_e</bpmn:incoming>'))), 'x'],
  'condition-alone': [
    processXml(start + task('x') + end + chain('s', 'x') + conditional('x', 'e', 'a')),
    'c_x_e',
  ],
  'event-gateway-shared': [
    processXml(
      `${eventGateway(catching('c', timer('PT1H')), 'c')}${task('x')}<bpmn:startEvent id="s2"><bpmn:timerEventDefinition><bpmn:timeCycle>R/P1D</bpmn:timeCycle></bpmn:timerEventDefinition></bpmn:startEvent>${chain('s2', 'x', 'c')}`,
    ),
    'c',
  ],
  'catch-event-untyped': [processXml(around(catching('x', ''))), 'x'],
  'event-leads-nowhere': [processXml(boundary(timer('PT1H'))), 'b'],
  'gateway-direction': [
    processXml(
      `${around('<bpmn:exclusiveGateway id="x" gatewayDirection="Converging"/>')}${task('y')}${chain('x', 'y')}`,
    ),
    'x',
  ],
} satisfies Record<string, [xml: string, element: string | null]>;
