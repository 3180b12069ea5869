import type { CreateElement, ModdleElement } from '../moddle/moddle-element.ts';

/** A step people can add: an element of BPMN with its purpose in business words. */
export interface Step {
  id: string;
  group: string;
  groupLabel: string;
  label: string;
  help: string;
  /** What else people call it, for the search. */
  words?: string;
  /** Name of a lucide icon. */
  icon: string;
  shape: StepShape;
}

/** Where a step is put. */
export interface StepPlace {
  /** The entity the flow is about; empty for none. */
  subject: string;
}

export interface StepShape {
  /** BPMN type, such as `bpmn:UserTask`. */
  type: string;
  eventDefinitionType?: string;
  /** Sits on the border of the selected step. */
  isBoundary?: boolean;
  cancelActivity?: boolean;
  isExpanded?: boolean;
  /** Whether the label becomes the element's name; gateways and ends stay unnamed. */
  isNamed?: boolean;
  /** Properties of the event definition, such as the timer's duration. */
  definition?: (create: CreateElement) => Record<string, unknown>;
  properties?: Record<string, unknown>;
  /** What the shape is made with beside its type. */
  attributes?: Record<string, unknown>;
  extensions?: (create: CreateElement, about: StepPlace) => ModdleElement[];
}
