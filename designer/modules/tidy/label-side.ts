import type { Point } from '../services.ts';

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

type Side = 'above' | 'below' | 'right' | 'left';

/** Between the words and what they name. */
const gap = 4;

/** Where the words of an element go so that no way runs through them: the first side at which none arrives or leaves. */
export function labelBeside(
  box: Box,
  label: { width: number; height: number },
  { ends, sides }: { ends: readonly Point[]; sides: readonly Side[] },
): Box {
  const taken = new Set(ends.map((end) => sideOf(box, end)));
  const side = sides.find((each) => !taken.has(each)) ?? sides[0];
  const middle = { x: box.x + box.width / 2 - label.width / 2, y: box.y + box.height / 2 - label.height / 2 };
  const at = {
    above: { x: middle.x, y: box.y - label.height - gap },
    below: { x: middle.x, y: box.y + box.height + gap },
    right: { x: box.x + box.width + gap, y: middle.y },
    left: { x: box.x - label.width - gap, y: middle.y },
  }[side ?? 'below'];
  return { x: Math.round(at.x), y: Math.round(at.y), width: label.width, height: label.height };
}

/** The side of a box that a point on its border is nearest to. */
function sideOf({ x, y, width, height }: Box, point: Point): Side {
  const distances: [Side, number][] = [
    ['above', Math.abs(point.y - y)],
    ['below', Math.abs(point.y - y - height)],
    ['left', Math.abs(point.x - x)],
    ['right', Math.abs(point.x - x - width)],
  ];
  return distances.toSorted(([, one], [, other]) => one - other)[0]![0];
}
