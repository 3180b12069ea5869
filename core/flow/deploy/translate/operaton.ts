import { camunda7 } from './camunda-7.ts';
import type { Tool } from './tool.ts';

/** A fork of Camunda 7: the same words in a namespace of its own. */
export const operaton: Tool = {
  ...camunda7,
  name: 'Operaton',
  namespaces: ['http://operaton.org/schema/1.0/bpmn'],
};
