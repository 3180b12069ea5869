import { isA } from '../../moddle/moddle-element.ts';
import type { DiagramElement, Point } from '../services.ts';

/**
 * The way that a step added after this element goes into: the only one behind it. Behind a gateway a step is a
 * new branch, so that there is none.
 */
export const nextAfter = (source: DiagramElement): DiagramElement | undefined => {
  const ways = (source.outgoing ?? []).filter((way) => isA(way.businessObject, 'bpmn:SequenceFlow'));
  return ways.length === 1 && !isA(source.businessObject, 'bpmn:Gateway') ? ways[0] : undefined;
};

const size = 36;

/** A free place on the lower border of an activity, from the right. */
export const boundaryPosition = (host: DiagramElement): Point => {
  const y = host.y + host.height;
  const taken = (host.attachers ?? []).map((attached) => attached.x + attached.width / 2);
  for (let x = host.x + host.width - size / 2; x > host.x; x -= size + 4) {
    if (taken.every((other) => Math.abs(other - x) >= size)) return { x, y };
  }
  return { x: host.x + host.width / 2, y };
};

/** How far what lies behind must move, so that a shape fits between two with its usual distance. */
export const roomFor = (width: number, from: DiagramElement, to: DiagramElement): number => {
  const distance = 60;
  return Math.max(0, width + 2 * distance - (to.x - (from.x + from.width)));
};
