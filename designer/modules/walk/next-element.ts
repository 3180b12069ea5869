import { isA } from '../../moddle/moddle-element.ts';
import type { DiagramElement } from '../services.ts';

export type Direction = 'left' | 'up' | 'right' | 'down';

/**
 * Where an arrow key leads from an element: along the ways first (right with them, left against them, to what sits on
 * the border and from there to its host), else to the nearest element on that side. Undefined where there is none.
 */
export const nextElement = (
  from: DiagramElement,
  direction: Direction,
  all: readonly DiagramElement[],
): DiagramElement | undefined => {
  const joined = neighbours(from, direction);
  return nearest(from, joined, direction) ?? joined[0] ?? nearest(from, all, direction);
};

/** Where a walk begins: the first start, else what stands first. */
export const firstElement = (all: readonly DiagramElement[]): DiagramElement | undefined =>
  all.find((element) => isA(element.businessObject, 'bpmn:StartEvent')) ??
  [...all].sort((a, b) => a.x - b.x || a.y - b.y)[0];

const neighbours = (from: DiagramElement, direction: Direction): DiagramElement[] => {
  if (direction === 'right') return existing((from.outgoing ?? []).map((way) => way.target));
  if (direction === 'left') return existing([from.host, ...(from.incoming ?? []).map((way) => way.source)]);
  // Up and down: from one branch to the next one of the same decision, and to what sits on the border.
  const sisters = existing(
    (from.incoming ?? []).flatMap((way) => way.source?.outgoing ?? []).map((way) => way.target),
  );
  const joined = [...sisters, ...existing([from.host, ...(from.attachers ?? [])])];
  return joined.filter((element) => element !== from && isOnSide(from, element, direction));
};

const existing = (elements: (DiagramElement | undefined)[]): DiagramElement[] =>
  elements.filter((element) => element !== undefined);

const middle = ({ x, y, width, height }: DiagramElement) => ({ x: x + width / 2, y: y + height / 2 });

const offset = (from: DiagramElement, to: DiagramElement) => {
  const [a, b] = [middle(from), middle(to)];
  return { x: b.x - a.x, y: b.y - a.y };
};

const isOnSide = (from: DiagramElement, to: DiagramElement, direction: Direction): boolean => {
  const { x, y } = offset(from, to);
  if (direction === 'left') return x < -1;
  if (direction === 'right') return x > 1;
  return direction === 'up' ? y < -1 : y > 1;
};

/** What lies aside counts as further away than what lies ahead. */
const nearest = (
  from: DiagramElement,
  among: readonly DiagramElement[],
  direction: Direction,
): DiagramElement | undefined => {
  const isAcross = direction === 'left' || direction === 'right';
  const far = (to: DiagramElement): number => {
    const { x, y } = offset(from, to);
    return isAcross ? Math.abs(x) + 2 * Math.abs(y) : Math.abs(y) + 2 * Math.abs(x);
  };
  return among
    .filter((to) => to !== from && isOnSide(from, to, direction))
    .sort((a, b) => far(a) - far(b))[0];
};
