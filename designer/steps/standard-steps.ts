import { writeDecision } from '../moddle/decision.ts';
import type { CreateElement } from '../moddle/moddle-element.ts';
import { writeForm, type FormField } from '../moddle/form.ts';
import type { StepShape } from './step.ts';

export interface StandardStep {
  id: string;
  group: 'people' | 'wait' | 'decide' | 'more';
  icon: string;
  shape: StepShape;
}

const field = (id: string, type: FormField['type'], isRequired: boolean): FormField => ({
  id,
  label: '',
  type,
  isRequired,
  options: [],
});

const askFor = (fields: FormField[]): StepShape => ({
  type: 'bpmn:UserTask',
  isNamed: true,
  extensions: (create) => {
    const form = writeForm(create, { screen: '', fields });
    return form ? [form] : [];
  },
});

const after = (duration: string) => (create: CreateElement) => ({
  timeDuration: create('bpmn:FormalExpression', { body: duration }),
});

/** Steps of BPMN itself, by purpose; their words are `designer.step.<id>` in the locales. */
export const standardSteps: readonly StandardStep[] = [
  { id: 'ask', group: 'people', icon: 'user-check', shape: { type: 'bpmn:UserTask', isNamed: true } },
  {
    id: 'approval',
    group: 'people',
    icon: 'badge-check',
    shape: askFor([field('approved', 'boolean', true), field('comment', 'longText', false)]),
  },
  { id: 'form', group: 'people', icon: 'text-cursor-input', shape: askFor([field('answer', 'text', true)]) },
  {
    id: 'follow-up',
    group: 'people',
    icon: 'calendar-check',
    shape: {
      type: 'bpmn:UserTask',
      isNamed: true,
      extensions: (create, { subject }) =>
        subject
          ? [create('relata:Assignment', { assignee: '$subject.owner.id', due: 'P3D' })]
          : [create('relata:Assignment', { due: 'P3D' })],
    },
  },
  {
    id: 'wait-time',
    group: 'wait',
    icon: 'clock',
    shape: {
      type: 'bpmn:IntermediateCatchEvent',
      eventDefinitionType: 'bpmn:TimerEventDefinition',
      isNamed: true,
      definition: after('P1D'),
    },
  },
  {
    id: 'wait-message',
    group: 'wait',
    icon: 'reply',
    shape: {
      type: 'bpmn:IntermediateCatchEvent',
      eventDefinitionType: 'bpmn:MessageEventDefinition',
      isNamed: true,
    },
  },
  {
    id: 'deadline',
    group: 'wait',
    icon: 'alarm-clock',
    shape: {
      type: 'bpmn:BoundaryEvent',
      eventDefinitionType: 'bpmn:TimerEventDefinition',
      isBoundary: true,
      cancelActivity: true,
      isNamed: true,
      definition: after('P3D'),
    },
  },
  {
    id: 'reminder',
    group: 'wait',
    icon: 'bell',
    shape: {
      type: 'bpmn:BoundaryEvent',
      eventDefinitionType: 'bpmn:TimerEventDefinition',
      isBoundary: true,
      cancelActivity: false,
      isNamed: true,
      definition: after('P3D'),
    },
  },
  { id: 'either-or', group: 'decide', icon: 'split', shape: { type: 'bpmn:ExclusiveGateway' } },
  {
    id: 'decision',
    group: 'decide',
    icon: 'table-2',
    shape: {
      type: 'bpmn:BusinessRuleTask',
      isNamed: true,
      extensions: (create) => [writeDecision(create, { ref: '', version: 'latest', inputs: [], result: '' })],
    },
  },
  { id: 'parallel', group: 'decide', icon: 'git-fork', shape: { type: 'bpmn:ParallelGateway' } },
  {
    id: 'script',
    group: 'more',
    icon: 'calculator',
    shape: { type: 'bpmn:ScriptTask', isNamed: true, properties: { scriptFormat: 'jsonata' } },
  },
  {
    id: 'sub-process',
    group: 'more',
    icon: 'group',
    shape: { type: 'bpmn:SubProcess', isExpanded: true, isNamed: true },
  },
  { id: 'call', group: 'more', icon: 'workflow', shape: { type: 'bpmn:CallActivity', isNamed: true } },
  { id: 'end', group: 'more', icon: 'circle', shape: { type: 'bpmn:EndEvent' } },
  {
    id: 'end-all',
    group: 'more',
    icon: 'circle-stop',
    shape: { type: 'bpmn:EndEvent', eventDefinitionType: 'bpmn:TerminateEventDefinition' },
  },
  {
    id: 'end-error',
    group: 'more',
    icon: 'circle-x',
    shape: { type: 'bpmn:EndEvent', eventDefinitionType: 'bpmn:ErrorEventDefinition' },
  },
];
