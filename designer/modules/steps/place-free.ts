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
      const free = freePlace({ at, width, height }, awayFrom(source, at, isHorizontal), obstaclesIn(source));
      return free.x === at.x && free.y === at.y ? undefined : free;
    });
  }
}

/** Beside the way that the flow takes; above a step whose event sits on its upper border. */
const awayFrom = (source: DiagramElement, at: Point, isHorizontal: boolean): Point => {
  const { host } = source;
  if (!isHorizontal) return { x: host && at.x < host.x ? -1 : 1, y: 0 };
  return { x: 0, y: host && at.y < host.y ? -1 : 1 };
};

const obstaclesIn = (source: DiagramElement): Obstacle[] =>
  (source.parent?.children ?? []).flatMap((child): Obstacle[] => {
    if (child.waypoints) return [{ waypoints: child.waypoints }];
    return child === source || isA(child.businessObject, 'bpmn:Lane', 'bpmn:Group') ? [] : [child];
  });
