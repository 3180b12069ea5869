import type { Point } from '../services.ts';

/** What stands in the way: a shape's box, or a way's bends. */
export type Obstacle = { x: number; y: number; width: number; height: number } | { waypoints: Point[] };

interface Wanted {
  /** The middle of the shape that is to be placed, and its size. */
  at: Point;
  width: number;
  height: number;
}

const gap = 20;
const stride = 10;
const most = 200;

/**
 * The first place from the wanted one on, in the given direction, where a shape covers neither a step nor a way; the
 * wanted place itself where there is none near.
 */
export function freePlace(wanted: Wanted, direction: Point, obstacles: readonly Obstacle[]): Point {
  const boxes = obstacles.flatMap(boxesOf);
  for (let step = 0; step < most; step++) {
    const at = {
      x: wanted.at.x + step * stride * direction.x,
      y: wanted.at.y + step * stride * direction.y,
    };
    if (!boxes.some((box) => covers({ ...wanted, at }, box))) return at;
  }
  return wanted.at;
}

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

const boxesOf = (obstacle: Obstacle): Box[] => {
  if (!('waypoints' in obstacle)) {
    const { x, y, width, height } = obstacle;
    return [{ left: x, right: x + width, top: y, bottom: y + height }];
  }
  return obstacle.waypoints.slice(1).map((to, index) => {
    const from = obstacle.waypoints[index]!;
    return {
      left: Math.min(from.x, to.x),
      right: Math.max(from.x, to.x),
      top: Math.min(from.y, to.y),
      bottom: Math.max(from.y, to.y),
    };
  });
};

const covers = ({ at, width, height }: Wanted, { left, right, top, bottom }: Box): boolean =>
  at.x - width / 2 - gap < right &&
  at.x + width / 2 + gap > left &&
  at.y - height / 2 - gap < bottom &&
  at.y + height / 2 + gap > top;
