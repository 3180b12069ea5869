import { isA, nameOf } from '../../moddle/moddle-element.ts';
import type { Step } from '../../steps/step.ts';
import type { StepSource } from '../context-pad/append-menu.ts';
import type { CommandStack, DiagramElement, Selection } from '../services.ts';
import { canBecome } from './change-rules.ts';
import { ChangeStepHandler, type ChangeStepContext } from './change-step-handler.ts';

export const changeMenuId = 'relata-change';

interface PopupMenu {
  registerProvider(id: string, provider: ChangeStep): void;
  close(): void;
}

/** The menu of what a step can become, in the words of the palette. */
export class ChangeStep {
  static $inject = ['popupMenu', 'commandStack', 'selection', 'config.stepSource'];
  private readonly popupMenu: PopupMenu;
  private readonly commandStack: CommandStack;
  private readonly selection: Selection;
  private readonly source: StepSource;

  constructor(popupMenu: PopupMenu, commandStack: CommandStack, selection: Selection, source: StepSource) {
    this.popupMenu = popupMenu;
    this.commandStack = commandStack;
    this.selection = selection;
    this.source = source;
    commandStack.registerHandler('relata.change-step', ChangeStepHandler);
    popupMenu.registerProvider(changeMenuId, this);
  }

  canChange(element: DiagramElement): boolean {
    return this.source.steps().some((step) => canBecome(element, step));
  }

  /** Answers what stands there now. */
  change(element: DiagramElement, step: Step): DiagramElement | undefined {
    const name = nameOf(element.businessObject);
    const isOwn = name !== '' && this.source.steps().every((each) => each.label !== name);
    const keepsName = isOwn || isA(element.businessObject, 'bpmn:Gateway');
    const context: ChangeStepContext = { element, step, keepsName };
    this.commandStack.execute('relata.change-step', context);
    if (context.changed) this.selection.select(context.changed);
    return context.changed;
  }

  /** Called by diagram-js. */
  getPopupMenuEntries(element: DiagramElement): Record<string, object> {
    const steps = this.source.steps().filter((step) => canBecome(element, step));
    return Object.fromEntries(
      steps.map((step) => [
        step.id,
        {
          label: step.label,
          search: step.help,
          group: { id: step.group, name: step.groupLabel },
          imageHtml: this.source.icon(step.icon),
          action: () => {
            this.popupMenu.close();
            this.change(element, step);
          },
        },
      ]),
    );
  }
}
