import { ratio, type Figure } from '../figure.ts';
import type { World } from '../world.ts';
import { branchKey, branchRate, deployBranch } from './branch.ts';
import { countOf } from './instances.ts';

/** H: three servers on one database run load A: each instance ends once, and no slower than on one. */
export async function benchNodes(world: World, { instances }: { instances: number }): Promise<Figure[]> {
  await deployBranch(world);
  const alone = await branchRate(world, instances);
  const others = [await world.another(), await world.another()];
  try {
    // They have just started: their code is as warm as the first one's when that is measured.
    await branchRate(world, instances / 5);
    const before = await countOf(world, 'finished', branchKey);
    const together = await branchRate(world, instances);
    const ended = (await countOf(world, 'finished', branchKey)) - before;
    if (ended !== instances) throw new Error(`${ended} of ${instances} instances ended.`);
    return [
      {
        what: 'H three servers',
        value: together,
        unit: 'completed/s',
        against: ratio(together, alone),
        // Two runs of one server differ by as much.
        isMet: together >= 0.95 * alone,
      },
    ];
  } finally {
    for (const other of others) await other.stop();
  }
}
