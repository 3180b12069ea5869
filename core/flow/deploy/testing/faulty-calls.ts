import { processXml } from '../../step/testing/load-flow.ts';
import { task, around, message, talk, otherPool, pools } from './faulty-parts.ts';

/** Faults of calls and of pools that talk. */
export const faultyCalls = {
  'call-missing': [processXml(around('<bpmn:callActivity id="x"/>')), 'x'],
  'message-flow-inside': [processXml(talk('t', 'c'), { around: pools('t', 'c') }), 'mf'],
  'message-flow-names': [
    processXml(talk('t', 'c', 'm'), {
      around: `${message}<bpmn:message id="m2" name="other"/>${otherPool('m2')}${pools('t', 'c2')}`,
    }),
    'mf',
  ],
  'message-flow-ignored': [processXml(around(task('x')), { around: otherPool('') + pools('x', 'c2') }), 'mf'],
  'call-unknown': [processXml(around('<bpmn:callActivity id="x" calledElement="nowhere"/>')), 'x'],
} satisfies Record<string, [xml: string, element: string | null]>;
