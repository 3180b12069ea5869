import { expect, test } from 'vitest';
import { freePlace } from './free-place.ts';

const step = { width: 100, height: 80 };
const wayTo = (at: { x: number; y: number }) => [{ x: 90, y: 60 }, { x: 90, y: at.y }, at];
const down = { directions: [{ x: 0, y: 1 }], wayTo };

test('a free place is taken as it is', () => {
  const other = { x: 0, y: 0, ...step };
  expect(freePlace({ at: { x: 300, y: 40 }, ...step }, down, [other])).toEqual({ x: 300, y: 40 });
});

test('a new branch stands below the path of an event on the border, which the wanted place would cover', () => {
  // given a gateway's branch wanted at y 200, where the path of a boundary event runs from 60 down to 210 and on
  const path = {
    waypoints: [
      { x: 90, y: 60 },
      { x: 90, y: 210 },
      { x: 420, y: 210 },
    ],
  };
  const { x, y } = freePlace({ at: { x: 300, y: 200 }, ...step }, down, [path]);
  expect(x).toBe(300);
  expect(y - step.height / 2).toBeGreaterThanOrEqual(210 + 20);
});

test('a shape in the way is passed with room between, upwards where that is wanted', () => {
  const other = { x: 260, y: 160, ...step };
  const { y } = freePlace({ at: { x: 300, y: 200 }, ...step }, { directions: [{ x: 0, y: -1 }], wayTo }, [
    other,
  ]);
  expect(y + step.height / 2).toBeLessThanOrEqual(160 - 20);
});

test('where all is taken, the wanted place is as good as any', () => {
  const wall = { x: 0, y: -10_000, width: 1000, height: 20_000 };
  expect(freePlace({ at: { x: 300, y: 200 }, ...step }, down, [wall])).toEqual({ x: 300, y: 200 });
});

test('where the way to it would cross a step on one side, it stands on the other', () => {
  // given a step right below the gateway, and one where the branch is wanted
  const below = { x: 40, y: 300, ...step };
  const beside = { x: 250, y: 100, width: 100, height: 200 };
  const both = {
    directions: [
      { x: 0, y: 1 },
      { x: 0, y: -1 },
    ],
    wayTo,
  };
  const { y } = freePlace({ at: { x: 300, y: 320 }, ...step }, both, [below, beside]);
  expect(y).toBeLessThan(100);
});
