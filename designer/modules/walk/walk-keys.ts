import { isA } from '../../moddle/moddle-element.ts';
import type { StepContextPad } from '../context-pad/step-context-pad.ts';
import type { Keyboard } from '../keyboard/keyboard.ts';
import type { Canvas, DiagramElement, ElementRegistry, EventBus, Modeling, Selection } from '../services.ts';
import { firstElement, nextElement, type Direction } from './next-element.ts';

interface KeyboardMoveSelection {
  moveSelection(direction: Direction, isFast: boolean): void;
}
interface DirectEditing {
  activate(element: DiagramElement): void;
}

const arrows: Record<string, Direction> = {
  ArrowLeft: 'left',
  ArrowUp: 'up',
  ArrowRight: 'right',
  ArrowDown: 'down',
};

/** Before bpmn-js, where a bare arrow moves what is selected. */
const highPriority = 2_000;

/**
 * A diagram without a mouse: arrows go from element to element, Alt with an arrow moves one, A adds a step, C connects, F2 names,
 * Delete removes and goes back, Enter fires `relata.settings`, ? fires `relata.keys`.
 */
export class WalkKeys {
  static $inject = [
    'keyboard',
    'eventBus',
    'selection',
    'canvas',
    'elementRegistry',
    'modeling',
    'keyboardMoveSelection',
    'directEditing',
    'stepContextPad',
  ];
  private readonly eventBus: EventBus;
  private readonly selection: Selection;
  private readonly canvas: Canvas;
  private readonly elementRegistry: ElementRegistry;
  private readonly modeling: Modeling;
  private readonly moveSelection: KeyboardMoveSelection;
  private readonly directEditing: DirectEditing;
  private readonly pad: StepContextPad;

  constructor(
    keyboard: Keyboard,
    eventBus: EventBus,
    selection: Selection,
    canvas: Canvas,
    elementRegistry: ElementRegistry,
    modeling: Modeling,
    moveSelection: KeyboardMoveSelection,
    directEditing: DirectEditing,
    pad: StepContextPad,
  ) {
    this.eventBus = eventBus;
    this.selection = selection;
    this.canvas = canvas;
    this.elementRegistry = elementRegistry;
    this.modeling = modeling;
    this.moveSelection = moveSelection;
    this.directEditing = directEditing;
    this.pad = pad;
    keyboard.addListener(highPriority, ({ keyEvent }) => this.press(keyEvent) || undefined);
  }

  /** True when the key was ours. */
  private press(event: KeyboardEvent): boolean {
    if (event.ctrlKey || event.metaKey) return false;
    const direction = arrows[event.key];
    if (direction && event.altKey) return this.shift(direction, event.shiftKey);
    if (direction) return this.go(direction);
    if (event.altKey) return false;
    if (event.key === '?') return this.fire('relata.keys');
    if (event.key === 'Home') return this.select(firstElement(this.nodes()));
    if (event.key === 'Enter') return this.fire('relata.settings');
    return this.act(event);
  }

  private act({ key }: KeyboardEvent): boolean {
    const element = this.selected();
    if (!element) return false;
    if (key === 'F2') this.rename(element);
    else if (key.toLowerCase() === 'a' || key === '+') this.pad.openAppend(element, this.beside(element));
    else if (key.toLowerCase() === 'c') this.pad.openConnect(element, this.beside(element));
    else if (key === 'Delete' || key === 'Backspace') this.remove(element);
    else return false;
    return true;
  }

  private go(direction: Direction): boolean {
    const from = this.selected();
    const nodes = this.nodes();
    // From a way to what it joins.
    if (from?.waypoints) return this.select(direction === 'left' ? from.source : from.target);
    this.select(from ? nextElement(from, direction, nodes) : firstElement(nodes));
    return true;
  }

  private shift(direction: Direction, isFast: boolean): boolean {
    const { moveSelection } = this;
    // One step is a point of the grid; with Shift a whole one.
    for (let step = 0; step < (isFast ? 1 : 10); step += 1) moveSelection.moveSelection(direction, isFast);
    return true;
  }

  /** What is typed takes the place of the name. */
  private rename(element: DiagramElement): void {
    this.directEditing.activate(element);
    const words = this.canvas.getContainer().querySelector('.djs-direct-editing-content');
    if (words) getSelection()?.selectAllChildren(words);
  }

  private beside(element: DiagramElement): { x: number; y: number } {
    const { x, y, inner } = { ...this.canvas.viewbox(), inner: this.canvas.zoom() };
    const box = this.canvas.getContainer().getBoundingClientRect();
    return {
      x: box.left + (element.x + element.width - x) * inner,
      y: box.top + (element.y - y) * inner,
    };
  }

  private remove(element: DiagramElement): void {
    const before = element.incoming?.[0]?.source ?? element.host ?? element.source;
    this.modeling.removeElements([element]);
    this.select(before && this.elementRegistry.get(before.id) ? before : firstElement(this.nodes()));
  }

  private select(element: DiagramElement | undefined): boolean {
    if (!element) return false;
    this.selection.select(element);
    this.canvas.scrollToElement(element, 80);
    return true;
  }

  private selected(): DiagramElement | undefined {
    const [first, ...more] = this.selection.get();
    return more.length === 0 ? (first?.labelTarget ?? first) : undefined;
  }

  private nodes(): DiagramElement[] {
    return this.elementRegistry.filter(
      (element) => isA(element.businessObject, 'bpmn:FlowNode') && !element.labelTarget && !element.waypoints,
    );
  }

  private fire(event: string): boolean {
    this.eventBus.fire(event);
    return true;
  }
}
