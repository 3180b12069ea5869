import type { CommandStack, Canvas, DiagramElement, ElementRegistry } from '../services.ts';
import { isA } from '../../moddle/moddle-element.ts';
import { labelBeside } from './label-side.ts';
import type { Layout } from './read-layout.ts';
import { TidyHandler, type Place } from './tidy-handler.ts';
import { tidyRefusal, type TidyRefusal } from './tidy-rules.ts';

/** Lays the whole diagram out anew, as one step of undo. */
export class Tidy {
  static $inject = ['commandStack', 'canvas', 'elementRegistry'];
  private readonly commandStack: CommandStack;
  private readonly canvas: Canvas;
  private readonly elementRegistry: ElementRegistry;

  constructor(commandStack: CommandStack, canvas: Canvas, elementRegistry: ElementRegistry) {
    this.commandStack = commandStack;
    this.canvas = canvas;
    this.elementRegistry = elementRegistry;
    commandStack.registerHandler('relata.tidy', TidyHandler);
  }

  /** Null when it can. */
  refusal(): TidyRefusal | null {
    return tidyRefusal(this.canvas.getRootElement().businessObject);
  }

  apply(layout: Layout): void {
    const elements = this.elementRegistry.filter((element) => element !== this.canvas.getRootElement());
    const places = elements.flatMap((element): Place[] => {
      const box = layout.boxes.get(element.id);
      const points = layout.ways.get(element.id);
      if (element.labelTarget) return labelPlace(element, layout);
      if (element.waypoints) return points ? [{ element, points }] : [];
      return box ? [{ element, box }] : [];
    });
    this.commandStack.execute('relata.tidy', { places });
  }
}

/** Under an event, above a decision, beside what sits on a border, on the first part of a way. */
const labelPlace = (label: DiagramElement, { boxes, ways }: Layout): Place[] => {
  const target = label.labelTarget;
  const { width, height } = label;
  const box = target && boxes.get(target.id);
  if (target && box) {
    const ends = [
      ...(target.incoming ?? []).map(({ id }) => ways.get(id)?.at(-1)),
      ...(target.outgoing ?? []).map(({ id }) => ways.get(id)?.[0]),
    ].filter((end) => end !== undefined);
    // What sits on a border has its words under it, beside the way down.
    const border = { x: Math.round(box.x - width - 2), y: Math.round(box.y + box.height + 4), width, height };
    const isBorder = isA(target.businessObject, 'bpmn:BoundaryEvent');
    const beside = isBorder ? border : labelBeside(box, label, { ends, sides: sidesFor(target) });
    return [{ element: label, box: beside }];
  }
  const [from, to] = (target && ways.get(target.id)) ?? [];
  if (!from || !to) return [];
  const isUpright = from.x === to.x;
  const x = isUpright ? from.x + 8 : (from.x + to.x) / 2 - width / 2;
  const y = isUpright ? (from.y + to.y) / 2 - height / 2 : from.y - height - 4;
  return [{ element: label, box: { x: Math.round(x), y: Math.round(y), width, height } }];
};

const sidesFor = ({ businessObject }: DiagramElement) =>
  isA(businessObject, 'bpmn:Gateway')
    ? (['above', 'below', 'right', 'left'] as const)
    : (['below', 'above', 'right', 'left'] as const);
