import { isA } from '../../moddle/moddle-element.ts';
import type { Step } from '../../steps/step.ts';
import type { DiagramElement } from '../services.ts';

/** Kinds that can stand in each other's place: the ways to and from them stay. */
const kinds: readonly string[][] = [
  ['bpmn:Task', 'bpmn:CallActivity'],
  ['bpmn:IntermediateCatchEvent', 'bpmn:IntermediateThrowEvent'],
  ['bpmn:Gateway'],
  ['bpmn:EndEvent'],
  ['bpmn:BoundaryEvent'],
];

const typesOfKind: Record<string, readonly string[]> = {
  'bpmn:Task': [
    'bpmn:UserTask',
    'bpmn:ServiceTask',
    'bpmn:ScriptTask',
    'bpmn:BusinessRuleTask',
    'bpmn:SendTask',
    'bpmn:ReceiveTask',
    'bpmn:ManualTask',
    'bpmn:Task',
  ],
  'bpmn:Gateway': ['bpmn:ExclusiveGateway', 'bpmn:ParallelGateway', 'bpmn:InclusiveGateway'],
};

/** Whether a step may stand in an element's place. */
export const canBecome = (element: DiagramElement, step: Step): boolean => {
  const kind = kinds.find((types) => isA(element.businessObject, ...types));
  if (!kind || element.waypoints) return false;
  return kind.flatMap((type) => typesOfKind[type] ?? [type]).includes(step.shape.type);
};
