import { childOf, type ModdleElement } from '../../moddle/moddle-element.ts';
import type { BpmnFactory, DiagramElement, Point } from '../services.ts';

/** Where one element goes: a shape by its box, a way by its points. */
export interface Place {
  element: DiagramElement;
  box?: { x: number; y: number; width: number; height: number };
  points?: Point[];
}

export interface TidyContext {
  places: Place[];
  before?: Place[];
}

/** Puts all elements to their places at once, in the drawing and in the file; undo puts all of them back. */
export class TidyHandler {
  static $inject = ['bpmnFactory'];
  private readonly factory: BpmnFactory;

  constructor(factory: BpmnFactory) {
    this.factory = factory;
  }

  execute(context: TidyContext): DiagramElement[] {
    context.before = context.places.map(({ element }) => placeOf(element));
    return this.put(context.places);
  }

  revert({ before = [] }: TidyContext): DiagramElement[] {
    return this.put(before);
  }

  private put(places: Place[]): DiagramElement[] {
    for (const { element, box, points } of places) {
      if (box) Object.assign(element, box);
      if (points) element.waypoints = points.map((point) => ({ ...point }));
      this.write(element);
    }
    return places.map(({ element }) => element);
  }

  private write(element: DiagramElement): void {
    const drawn = element.di;
    if (element.labelTarget) {
      const { x, y, width, height } = element;
      const label = childOf(drawn, 'label') ?? this.factory.create('bpmndi:BPMNLabel');
      label.$parent = drawn;
      drawn.set('label', label);
      setBounds(this.factory, label, { x, y, width, height });
    } else if (element.waypoints) {
      const points = element.waypoints.map(({ x, y }) => this.factory.create('dc:Point', { x, y }));
      for (const point of points) point.$parent = drawn;
      drawn.set('waypoint', points);
    } else {
      const { x, y, width, height } = element;
      setBounds(this.factory, drawn, { x, y, width, height });
    }
  }
}

const setBounds = (factory: BpmnFactory, holder: ModdleElement, box: Record<string, number>): void => {
  const bounds = factory.create('dc:Bounds', box);
  bounds.$parent = holder;
  holder.set('bounds', bounds);
};

const placeOf = (element: DiagramElement): Place => {
  if (element.waypoints) return { element, points: element.waypoints };
  const { x, y, width, height } = element;
  return { element, box: { x, y, width, height } };
};
