import { ratio, type Figure } from '../figure.ts';
import { processorTime } from '../processor-time.ts';
import type { World } from '../world.ts';
import { branchKey, branchRate, deployBranch } from './branch.ts';
import { countOf } from './instances.ts';

/** H: three servers on one database run load A: each instance ends once, and no slower than on one. */
export async function benchNodes(world: World, { instances }: { instances: number }): Promise<Figure[]> {
  await deployBranch(world);
  const idle = await world.used();
  const alone = await branchRate(world, instances);
  const afterOne = await world.used();
  const others = [await world.another(), await world.another()];
  try {
    // They have just started: their code gets as warm as that of the first one.
    await branchRate(world, instances);
    const before = await countOf(world, 'finished', branchKey);
    const othersUsed = async (): Promise<number> =>
      (await Promise.all(others.map(({ pid }) => processorTime(pid)))).reduce((sum, each) => sum + each, 0);
    const [start, startOthers] = [await world.used(), await othersUsed()];
    const together = await branchRate(world, instances);
    const [end, endOthers] = [await world.used(), await othersUsed()];
    await Promise.all(others.map((other) => other.stop()));
    const aloneAgain = await branchRate(world, instances);
    const one = (alone + aloneAgain) / 2;
    const ended = (await countOf(world, 'finished', branchKey)) - before;
    if (ended !== 2 * instances) throw new Error(`${ended} of ${2 * instances} instances ended.`);
    return [
      {
        what: 'H three servers',
        value: together,
        unit: 'completed/s',
        against: `${ratio(together, one)}, before and after: ${alone.toFixed(0)} and ${aloneAgain.toFixed(0)}`,
        // Two runs of one server differ by as much.
        isMet: together >= 0.95 * one,
      },
      costs('one', afterOne.server - idle.server, afterOne.database - idle.database, instances),
      costs(
        'three',
        end.server - start.server + endOthers - startOthers,
        end.database - start.database,
        instances,
      ),
    ];
  } finally {
    for (const other of others) await other.stop();
  }
}

const costs = (of: string, server: number, database: number, instances: number): Figure => ({
  what: `… processor time of ${of}, and of PostgreSQL`,
  value: (server * 1000) / instances,
  unit: 'µs each',
  against: `${((database * 1000) / instances).toFixed(1)} µs`,
});
