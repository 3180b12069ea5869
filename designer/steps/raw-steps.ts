import type { Step, StepShape } from './step.ts';

type Raw = [name: string, shape: StepShape];

const event = (type: string, kind: string, more: Partial<StepShape> = {}): StepShape => ({
  type: `bpmn:${type}`,
  ...(kind ? { eventDefinitionType: `bpmn:${kind}EventDefinition` } : {}),
  ...more,
});
const onBorder = { isBoundary: true, cancelActivity: true };

/** All of BPMN by its own names, for those who know them. The names are texts of the modeler’s translation. */
const groups: Record<string, { icon: string; elements: Raw[] }> = {
  Tasks: {
    icon: 'square',
    elements: [
      ['Task', { type: 'bpmn:Task' }],
      ['User task', { type: 'bpmn:UserTask' }],
      ['Service task', { type: 'bpmn:ServiceTask' }],
      ['Send task', { type: 'bpmn:SendTask' }],
      ['Receive task', { type: 'bpmn:ReceiveTask' }],
      ['Manual task', { type: 'bpmn:ManualTask' }],
      ['Business rule task', { type: 'bpmn:BusinessRuleTask' }],
      ['Script task', { type: 'bpmn:ScriptTask', properties: { scriptFormat: 'jsonata' } }],
      ['Call activity', { type: 'bpmn:CallActivity' }],
    ],
  },
  'Sub-processes': {
    icon: 'group',
    elements: [
      ['Sub-process (expanded)', { type: 'bpmn:SubProcess', isExpanded: true }],
      ['Transaction', { type: 'bpmn:Transaction', isExpanded: true }],
      ['Ad-hoc sub-process (expanded)', { type: 'bpmn:AdHocSubProcess', isExpanded: true }],
      [
        'Event sub-process',
        { type: 'bpmn:SubProcess', isExpanded: true, attributes: { triggeredByEvent: true } },
      ],
    ],
  },
  Gateways: {
    icon: 'diamond',
    elements: [
      ['Exclusive gateway', { type: 'bpmn:ExclusiveGateway' }],
      ['Parallel gateway', { type: 'bpmn:ParallelGateway' }],
      ['Inclusive gateway', { type: 'bpmn:InclusiveGateway' }],
      ['Event-based gateway', { type: 'bpmn:EventBasedGateway' }],
      ['Complex gateway', { type: 'bpmn:ComplexGateway' }],
    ],
  },
  Events: {
    icon: 'circle',
    elements: [
      ['Start event', event('StartEvent', '')],
      ['Message start event', event('StartEvent', 'Message')],
      ['Timer start event', event('StartEvent', 'Timer')],
      ['Conditional start event', event('StartEvent', 'Conditional')],
      ['Signal start event', event('StartEvent', 'Signal')],
      ['Intermediate throw event', event('IntermediateThrowEvent', '')],
      ['Message intermediate catch event', event('IntermediateCatchEvent', 'Message')],
      ['Message intermediate throw event', event('IntermediateThrowEvent', 'Message')],
      ['Timer intermediate catch event', event('IntermediateCatchEvent', 'Timer')],
      ['Escalation intermediate throw event', event('IntermediateThrowEvent', 'Escalation')],
      ['Conditional intermediate catch event', event('IntermediateCatchEvent', 'Conditional')],
      ['Link intermediate catch event', event('IntermediateCatchEvent', 'Link')],
      ['Link intermediate throw event', event('IntermediateThrowEvent', 'Link')],
      ['Compensation intermediate throw event', event('IntermediateThrowEvent', 'Compensate')],
      ['Signal intermediate catch event', event('IntermediateCatchEvent', 'Signal')],
      ['Signal intermediate throw event', event('IntermediateThrowEvent', 'Signal')],
    ],
  },
  'Boundary events': {
    icon: 'circle-dot',
    elements: [
      ['Message boundary event', event('BoundaryEvent', 'Message', onBorder)],
      ['Timer boundary event', event('BoundaryEvent', 'Timer', onBorder)],
      ['Escalation boundary event', event('BoundaryEvent', 'Escalation', onBorder)],
      ['Conditional boundary event', event('BoundaryEvent', 'Conditional', onBorder)],
      ['Error boundary event', event('BoundaryEvent', 'Error', onBorder)],
      ['Signal boundary event', event('BoundaryEvent', 'Signal', onBorder)],
      ['Compensation boundary event', event('BoundaryEvent', 'Compensate', onBorder)],
    ],
  },
  'End events': {
    icon: 'circle-stop',
    elements: [
      ['End event', event('EndEvent', '')],
      ['Message end event', event('EndEvent', 'Message')],
      ['Escalation end event', event('EndEvent', 'Escalation')],
      ['Error end event', event('EndEvent', 'Error')],
      ['Compensation end event', event('EndEvent', 'Compensate')],
      ['Signal end event', event('EndEvent', 'Signal')],
      ['Terminate end event', event('EndEvent', 'Terminate')],
    ],
  },
  'Data and pools': {
    icon: 'file',
    elements: [
      ['Data object reference', { type: 'bpmn:DataObjectReference' }],
      ['Data store reference', { type: 'bpmn:DataStoreReference' }],
      ['Text annotation', { type: 'bpmn:TextAnnotation' }],
      ['Pool/Participant', { type: 'bpmn:Participant', isExpanded: true }],
    ],
  },
};

export const rawSteps = (translate: (name: string) => string): Step[] =>
  Object.entries(groups).flatMap(([group, { icon, elements }]) =>
    elements.map(([name, shape]) => ({
      id: `raw:${name}`,
      group: `raw:${group}`,
      groupLabel: translate(group),
      label: translate(name),
      help: '',
      icon,
      shape,
    })),
  );
