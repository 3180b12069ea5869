import { isA } from '../../moddle/moddle-element.ts';
import type { Step } from '../../steps/step.ts';
import { searchWords } from '../../steps/steps-of.ts';
import type { DiagramElement } from '../services.ts';
import type { AddStep } from '../steps/add-step.ts';

export const appendMenuId = 'relata-append';

interface PopupMenu {
  registerProvider(id: string, provider: AppendMenu): void;
  close(): void;
}

export interface StepSource {
  /** In the words of the business; with `isExpert` also all of BPMN by its own names. */
  steps(): Step[];
  isExpert(): boolean;
  /** What an element is called: by name, or else by kind. */
  said(element: DiagramElement): string;
  /** SVG text of an icon. */
  icon(name: string): string;
}

/** The menu of steps that can follow an element, with search. */
export class AppendMenu {
  static $inject = ['popupMenu', 'addStep', 'config.stepSource'];
  private readonly popupMenu: PopupMenu;
  private readonly addStep: AddStep;
  private readonly source: StepSource;

  constructor(popupMenu: PopupMenu, addStep: AddStep, source: StepSource) {
    this.popupMenu = popupMenu;
    this.addStep = addStep;
    this.source = source;
    popupMenu.registerProvider(appendMenuId, this);
  }

  /** Called by diagram-js. */
  getPopupMenuEntries(element: DiagramElement): Record<string, object> {
    const isActivity = isA(element.businessObject, 'bpmn:Activity');
    const steps = this.source
      .steps()
      .filter((step) => canFollow(step) && (isActivity || !step.shape.isBoundary));
    return Object.fromEntries(steps.map((step) => [step.id, this.entry(step, element)]));
  }

  private entry(step: Step, element: DiagramElement): object {
    return {
      label: step.label,
      search: searchWords(step),
      group: { id: step.group, name: step.groupLabel },
      imageHtml: this.source.icon(step.icon),
      action: () => {
        this.popupMenu.close();
        this.addStep.append(step, element);
      },
    };
  }
}

/** Nothing leads to a start, and a pool stands beside others. */
const canFollow = ({ shape }: Step): boolean =>
  shape.type !== 'bpmn:StartEvent' && shape.type !== 'bpmn:Participant';
