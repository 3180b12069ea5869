import type { Step } from '../../steps/step.ts';
import type { DiagramElement, Modeling } from '../services.ts';
import type { StepFactory } from '../steps/step-factory.ts';

interface BpmnReplace {
  replaceElement(element: DiagramElement, target: Record<string, unknown>): DiagramElement;
}

export interface ChangeStepContext {
  element: DiagramElement;
  step: Step;
  /** A name of one's own stays; one that only said what it was before goes. */
  keepsName: boolean;
  changed?: DiagramElement;
}

/** Puts a step in an element's place: bpmn-js replaces it, then it gets what the step says; one step of undo. */
export class ChangeStepHandler {
  static $inject = ['bpmnReplace', 'modeling', 'stepFactory'];
  private readonly bpmnReplace: BpmnReplace;
  private readonly modeling: Modeling;
  private readonly factory: StepFactory;

  constructor(bpmnReplace: BpmnReplace, modeling: Modeling, factory: StepFactory) {
    this.bpmnReplace = bpmnReplace;
    this.modeling = modeling;
    this.factory = factory;
  }

  preExecute(context: ChangeStepContext): void {
    const { element, step, keepsName } = context;
    const { type, eventDefinitionType } = step.shape;
    const name = element.businessObject.get('name');
    const model = this.factory.shape(step).businessObject;
    const changed = this.bpmnReplace.replaceElement(element, {
      type,
      ...(eventDefinitionType ? { eventDefinitionType } : {}),
      ...(element.host ? { cancelActivity: step.shape.cancelActivity ?? true, host: element.host } : {}),
    });
    this.modeling.updateProperties(changed, {
      name: keepsName ? name : model.get('name'),
      extensionElements: model.get('extensionElements'),
      ...(eventDefinitionType ? { eventDefinitions: model.get('eventDefinitions') } : {}),
      ...step.shape.properties,
    });
    context.changed = changed;
  }
}
