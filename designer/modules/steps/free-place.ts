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

interface Ways {
  /** Where to look from the wanted place on, the first before the second where both are as near. */
  directions: readonly Point[];
  /** The bends of the way that would lead to the shape. */
  wayTo: (at: Point) => Point[];
}

/**
 * The nearest place to the wanted one where a shape covers neither a step nor a way, and the way to it crosses no step;
 * else one where it covers nothing; the wanted place itself where there is none near.
 */
export function freePlace(
  wanted: Wanted,
  { directions, wayTo }: Ways,
  obstacles: readonly Obstacle[],
): Point {
  const boxes = obstacles.flatMap(boxesOf);
  const shapes = obstacles.filter((one) => !('waypoints' in one)).flatMap(boxesOf);
  const free = placesFrom(wanted.at, directions).filter(
    (at) => !boxes.some((box) => covers({ ...wanted, at }, box)),
  );
  const isClear = (at: Point): boolean =>
    !boxesOf({ waypoints: wayTo(at) }).some((part) => shapes.some((shape) => touch(part, shape)));
  return free.find(isClear) ?? free[0] ?? wanted.at;
}

const placesFrom = ({ x, y }: Point, directions: readonly Point[]): Point[] =>
  Array.from({ length: most }).flatMap((_, step) =>
    directions.map((to) => ({ x: x + step * stride * to.x, y: y + step * stride * to.y })),
  );

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

const touch = (one: Box, other: Box): boolean =>
  one.left <= other.right && one.right >= other.left && one.top <= other.bottom && one.bottom >= other.top;
