import { isA } from '../../moddle/moddle-element.ts';
import type { DiagramElement, Translate } from '../services.ts';
import { changeMenuId, type ChangeStep } from '../change-step/change-step.ts';
import { appendMenuId, type StepSource } from './append-menu.ts';
import { connectMenuId, type ConnectMenu } from './connect-menu.ts';

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
  static $inject = ['contextPad', 'popupMenu', 'translate', 'config.stepSource', 'changeStep', 'connectMenu'];
  private readonly popupMenu: PopupMenu;
  private readonly translate: Translate;
  private readonly source: StepSource;
  private readonly changeStep: ChangeStep;
  private readonly connectMenu: ConnectMenu;

  constructor(
    contextPad: ContextPad,
    popupMenu: PopupMenu,
    translate: Translate,
    source: StepSource,
    changeStep: ChangeStep,
    connectMenu: ConnectMenu,
  ) {
    this.popupMenu = popupMenu;
    this.translate = translate;
    this.source = source;
    this.changeStep = changeStep;
    this.connectMenu = connectMenu;
    contextPad.registerProvider(lowPriority, this);
  }

  /** Called by diagram-js. */
  getContextPadEntries(element: DiagramElement): (entries: Entries) => Entries {
    return (entries) => {
      const isExpert = this.source.isExpert();
      const kept = Object.entries(entries).filter(([id]) => isExpert || !raw.has(id));
      return {
        ...(canBeFollowed(element) ? { 'append.step': this.button('plus', 'Add a step', appendMenuId) } : {}),
        ...Object.fromEntries(kept),
        ...(!isExpert && this.changeStep.canChange(element)
          ? { replace: this.button('wrench', 'Change into', changeMenuId) }
          : {}),
      };
    };
  }

  /** The same menu from the keyboard: beside the element, wherever the pointer is. */
  openAppend(element: DiagramElement, at: { x: number; y: number }): void {
    if (canBeFollowed(element)) this.open({ element, menu: appendMenuId, title: 'Add a step', at });
  }

  /** What it can lead to, by name. */
  openConnect(element: DiagramElement, at: { x: number; y: number }): void {
    if (this.connectMenu.canConnect(element))
      this.open({ element, menu: connectMenuId, title: 'Connect with', at });
  }

  private button(icon: string, title: string, menu: string): object {
    const look = menu === appendMenuId ? 'rl-append' : 'rl-change';
    return {
      group: menu === appendMenuId ? 'model' : 'edit',
      title: this.translate(title),
      html: `<div class="entry ${look}" draggable="true">${this.source.icon(icon)}</div>`,
      action: {
        click: (event: MouseEvent, element: DiagramElement) =>
          this.open({ element, menu, title, at: { x: event.x, y: event.y } }),
      },
    };
  }

  private open({ element, menu, title, at }: MenuOpening): void {
    this.popupMenu.open(
      element,
      menu,
      { x: at.x + 12, y: at.y - 12, cursor: at },
      { title: this.translate(title), width: 280, search: true },
    );
  }
}

interface MenuOpening {
  element: DiagramElement;
  menu: string;
  title: string;
  at: { x: number; y: number };
}

/** Entries of bpmn-js that our menus replace. */
const raw = new Set([
  'append.gateway',
  'append.append-task',
  'append.intermediate-event',
  'append.receive-task',
  'append.message-intermediate-event',
  'append.timer-intermediate-event',
  'append.condition-intermediate-event',
  'append.signal-intermediate-event',
  'append.compensation-activity',
  'replace',
]);

const canBeFollowed = (element: DiagramElement): boolean =>
  isA(element.businessObject, 'bpmn:FlowNode', 'bpmn:SequenceFlow') &&
  !isA(element.businessObject, 'bpmn:EndEvent', 'bpmn:EventBasedGateway') &&
  element.businessObject.get('triggeredByEvent') !== true &&
  element.businessObject.get('isForCompensation') !== true;
