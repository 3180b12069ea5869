import { isA } from '../../moddle/moddle-element.ts';
import type { DiagramElement, Translate } from '../services.ts';
import { appendMenuId, type StepSource } from './append-menu.ts';

type Entries = Record<string, object>;

interface ContextPad {
  registerProvider(priority: number, provider: StepContextPad): void;
}

interface PopupMenu {
  open(element: DiagramElement, id: string, position: object, options: object): void;
}

/** Runs after bpmn-js's own provider, so that it sees and replaces its entries. */
const lowPriority = 500;

/** In place of raw BPMN elements the pad offers one button that opens the steps by purpose. */
export class StepContextPad {
  static $inject = ['contextPad', 'popupMenu', 'translate', 'config.stepSource'];
  private readonly popupMenu: PopupMenu;
  private readonly translate: Translate;
  private readonly source: StepSource;

  constructor(contextPad: ContextPad, popupMenu: PopupMenu, translate: Translate, source: StepSource) {
    this.popupMenu = popupMenu;
    this.translate = translate;
    this.source = source;
    contextPad.registerProvider(lowPriority, this);
  }

  /** Called by diagram-js. */
  getContextPadEntries(element: DiagramElement): (entries: Entries) => Entries {
    return (entries) => {
      const kept = Object.entries(entries).filter(([id]) => !raw.has(id));
      return canBeFollowed(element)
        ? { 'append.step': this.button(), ...Object.fromEntries(kept) }
        : Object.fromEntries(kept);
    };
  }

  private button(): object {
    const title = this.translate('Add a step');
    return {
      group: 'model',
      title,
      html: `<div class="entry rl-append" draggable="true">${this.source.icon('plus')}</div>`,
      action: { click: (event: MouseEvent, element: DiagramElement) => this.open(event, element) },
    };
  }

  private open(event: MouseEvent, element: DiagramElement): void {
    this.popupMenu.open(
      element,
      appendMenuId,
      { x: event.x + 12, y: event.y - 12, cursor: { x: event.x, y: event.y } },
      { title: this.translate('Add a step'), width: 280, search: true },
    );
  }
}

/** Entries of bpmn-js that the menu of steps replaces. */
const raw = new Set(['append.gateway', 'append.append-task', 'append.intermediate-event']);

const canBeFollowed = (element: DiagramElement): boolean =>
  isA(element.businessObject, 'bpmn:FlowNode', 'bpmn:SequenceFlow') &&
  !isA(element.businessObject, 'bpmn:EndEvent', 'bpmn:EventBasedGateway') &&
  element.businessObject.get('triggeredByEvent') !== true &&
  element.businessObject.get('isForCompensation') !== true;
