import { expect, test } from 'vitest';
import { readTogether } from './read-together.ts';

test('those of one turn are read together, and so are those that come meanwhile, each answered with its own', async () => {
  const asked: string[][] = [];
  const read = readTogether(async (ids) => {
    asked.push([...ids]);
    await new Promise((resolve) => setTimeout(resolve, 5));
    return new Map(ids.filter((id) => id !== 'nobody').map((id) => [id, `row ${id}`]));
  });
  const first = read('a');
  await new Promise((resolve) => setTimeout(resolve, 1));
  expect(await Promise.all([first, read('b'), read('c'), read('b'), read('nobody')])).toEqual([
    'row a',
    'row b',
    'row c',
    'row b',
    undefined,
  ]);
  expect(asked).toEqual([['a'], ['b', 'c', 'nobody']]);
});

test('a reading that fails fails for those who asked for it, and the next one is tried anew', async () => {
  let isBroken = true;
  const read = readTogether(async (ids) => {
    if (isBroken) throw new Error('gone');
    return new Map(ids.map((id) => [id, id]));
  });
  await expect(read('a')).rejects.toThrow('gone');
  isBroken = false;
  expect(await read('a')).toBe('a');
});
