import { childOf, childrenOf, isA, textOf, type CreateElement } from '../../moddle/moddle-element.ts';
import type { Step } from '../../steps/step.ts';
import type { BpmnFactory, Canvas, DiagramElement, ElementFactory } from '../services.ts';

/** Makes the shape of a step with all that the step says; it enters the diagram by a command later. */
export class StepFactory {
  static $inject = ['elementFactory', 'bpmnFactory', 'canvas'];
  private readonly elementFactory: ElementFactory;
  private readonly create: CreateElement;

  private readonly canvas: Canvas;

  constructor(elementFactory: ElementFactory, bpmnFactory: BpmnFactory, canvas: Canvas) {
    this.elementFactory = elementFactory;
    this.canvas = canvas;
    this.create = (type, properties) => bpmnFactory.create(type, properties);
  }

  shape(step: Step): DiagramElement {
    const { type, eventDefinitionType, isExpanded, cancelActivity, attributes } = step.shape;
    if (type === 'bpmn:Participant') return this.elementFactory.createParticipantShape();
    const shape = this.elementFactory.createShape({
      type,
      ...attributes,
      ...(eventDefinitionType ? { eventDefinitionType } : {}),
      ...(isExpanded === undefined ? {} : { isExpanded }),
      ...(cancelActivity === undefined ? {} : { cancelActivity }),
    });
    this.describe(shape, step);
    return shape;
  }

  private subject(): string {
    const root = this.canvas.getRootElement().businessObject;
    return isA(root, 'bpmn:Process') ? textOf(root, 'relata:subject') : '';
  }

  private describe(shape: DiagramElement, step: Step): void {
    const element = shape.businessObject;
    if (step.shape.isNamed) element.set('name', step.label);
    for (const [name, value] of Object.entries(step.shape.properties ?? {})) element.set(name, value);
    const values = step.shape.extensions?.(this.create, { subject: this.subject() }) ?? [];
    if (values.length > 0) {
      element.set('extensionElements', this.create('bpmn:ExtensionElements', { values }));
      const extensions = childOf(element, 'extensionElements');
      if (extensions) extensions.$parent = element;
      for (const value of values) value.$parent = extensions;
    }
    const definition = step.shape.definition && childrenOf(element, 'eventDefinitions')[0];
    if (definition) {
      const parts = step.shape.definition?.(this.create) ?? {};
      for (const [name, value] of Object.entries(parts)) definition.set(name, value);
    }
  }
}
