import { getNewShapePosition } from 'bpmn-js/lib/features/auto-place/BpmnAutoPlaceUtil.js';
import { isDirectionHorizontal } from 'bpmn-js/lib/features/modeling/util/ModelingUtil.js';
import { isA } from '../../moddle/moddle-element.ts';
import type { DiagramElement, EventBus, Point } from '../services.ts';
import { freePlace, type Obstacle } from './free-place.ts';

interface Placing {
  source: DiagramElement;
  shape: DiagramElement;
}

/** A step added behind another keeps clear of all that is drawn there, where bpmn-js minds what the source leads to alone. */
export class PlaceFree {
  static $inject = ['eventBus', 'elementRegistry'];

  constructor(eventBus: EventBus, elementRegistry: object) {
    // Before the grid's own, which snaps what is free as it is.
    eventBus.on<Placing>('autoPlace', 2500, ({ source, shape }) => {
      if (!isA(shape.businessObject, 'bpmn:FlowNode')) return undefined;
      const at = getNewShapePosition(source, shape, elementRegistry);
      const isHorizontal = isDirectionHorizontal(source, elementRegistry);
      const { width, height } = shape;
      const ways = { directions: awayFrom(source, at, isHorizontal), wayTo: wayFrom(source, isHorizontal) };
      const free = freePlace({ at, width, height }, ways, obstaclesIn(source));
      return free.x === at.x && free.y === at.y ? undefined : free;
    });
  }
}

/** Beside the way that the flow takes, on either side; away from the step whose event sits on its border. */
const awayFrom = ({ host }: DiagramElement, at: Point, isHorizontal: boolean): Point[] => {
  const sides = [1, -1].map((side) => (isHorizontal ? { x: 0, y: side } : { x: side, y: 0 }));
  const isBefore = host && (isHorizontal ? at.y < host.y : at.x < host.x);
  return host ? [sides[isBefore ? 1 : 0]!] : sides;
};

/** As ways are drawn: along the source, and then to the shape. */
const wayFrom = (source: DiagramElement, isHorizontal: boolean): ((at: Point) => Point[]) => {
  const start = { x: source.x + source.width / 2, y: source.y + source.height / 2 };
  return (at) => [start, isHorizontal ? { x: start.x, y: at.y } : { x: at.x, y: start.y }, at];
};

const obstaclesIn = (source: DiagramElement): Obstacle[] =>
  (source.parent?.children ?? []).flatMap((child): Obstacle[] => {
    if (child.waypoints) return [{ waypoints: child.waypoints }];
    return child === source ||
      child === source.host ||
      child.labelTarget === source ||
      isA(child.businessObject, 'bpmn:Lane', 'bpmn:Group')
      ? []
      : [child];
  });
