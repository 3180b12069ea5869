import type { Figure } from '../figure.ts';
import type { World } from '../world.ts';

/** Runs something and says what each of its parts cost in processor time: the noise of a machine counts little there. */
export async function withCost<T>(
  world: World,
  { what, each }: { what: string; each: number },
  run: () => Promise<T>,
): Promise<{ result: T; cost: Figure[] }> {
  const before = await world.used();
  const result = await run();
  const after = await world.used();
  const figure = (part: 'server' | 'database'): Figure => ({
    what: `${what}: processor time of the ${part}`,
    value: ((after[part] - before[part]) * 1_000) / each,
    unit: 'µs each',
  });
  return { result, cost: [figure('server'), figure('database')] };
}
