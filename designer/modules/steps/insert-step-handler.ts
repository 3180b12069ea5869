import type { DiagramElement, Modeling } from '../services.ts';
import { roomFor } from './where.ts';

export interface InsertContext {
  shape: DiagramElement;
  /** The sequence flow that the shape is put into. */
  way: DiagramElement;
  added?: DiagramElement;
}

/** Makes room behind the source, then puts the shape into the way; bpmn-js splits the way in two. */
export class InsertStepHandler {
  static $inject = ['modeling'];
  private readonly modeling: Modeling;

  constructor(modeling: Modeling) {
    this.modeling = modeling;
  }

  preExecute(context: InsertContext): void {
    const { shape, way } = context;
    const { source, target } = way;
    if (!source || !target) return;
    const isForward = target.x >= source.x + source.width;
    if (isForward) this.makeRoom(roomFor(shape.width, source, target), source, target);
    context.added = this.modeling.createShape(shape, middleOf(way), way);
  }

  private makeRoom(room: number, source: DiagramElement, target: DiagramElement): void {
    if (room === 0) return;
    const behind = (source.parent?.children ?? []).filter(
      (element) => !element.waypoints && !element.labelTarget && element.x >= target.x,
    );
    const start = source.x + source.width + 1;
    this.modeling.createSpace(withInside(behind), [], { x: room, y: 0 }, 'e', start);
  }
}

/** Shapes with their children, border events and labels: making room moves exactly what it is given. */
const withInside = (elements: DiagramElement[]): DiagramElement[] => {
  const all = new Set<DiagramElement>();
  const add = (element: DiagramElement): void => {
    if (element.waypoints || all.has(element)) return;
    all.add(element);
    for (const inside of element.children ?? []) add(inside);
    for (const attached of element.attachers ?? []) add(attached);
    for (const label of [element, ...(element.outgoing ?? [])].flatMap((each) => each.labels ?? []))
      add(label);
  };
  for (const element of elements) add(element);
  return [...all];
};

const middleOf = (way: DiagramElement): { x: number; y: number } => {
  const points = way.waypoints ?? [];
  const index = Math.max(0, Math.floor(points.length / 2) - 1);
  const [from, to] = [points[index], points[index + 1]];
  return from && to
    ? { x: Math.round((from.x + to.x) / 2), y: Math.round((from.y + to.y) / 2) }
    : { x: way.x, y: way.y };
};
