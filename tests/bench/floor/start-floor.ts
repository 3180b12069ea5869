import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { World } from '../world.ts';

/** The bare server as a process of its own, as Relata is one. */
export async function startFloor(
  { databaseUrl }: Pick<World, 'databaseUrl'>,
  cities: readonly string[],
): Promise<{ url: string; stop(): Promise<void> }> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'bare-server.ts')], {
    env: { ...process.env, DATABASE_URL: databaseUrl, CITIES: JSON.stringify(cities) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  // Its first line is its address.
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  return {
    url: line.toString('utf8').trim(),
    stop: async () => {
      child.kill();
      await once(child, 'exit');
    },
  };
}
