import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { World } from '../world.ts';

export interface Floor {
  url: string;
  stop(): Promise<void>;
}

type Database = Pick<World, 'databaseUrl'>;

export const startListFloor = (world: Database, cities: readonly string[]): Promise<Floor> =>
  startFloor(world, 'bare-server.ts', { CITIES: JSON.stringify(cities) });

export const startInsertFloor = (world: Database): Promise<Floor> =>
  startFloor(world, 'insert-server.ts', {});

/** A bare server as a process of its own, as Relata is one. */
async function startFloor(
  { databaseUrl }: Database,
  file: string,
  environment: Record<string, string>,
): Promise<Floor> {
  const child = spawn(process.execPath, [join(import.meta.dirname, file)], {
    env: { ...process.env, DATABASE_URL: databaseUrl, ...environment },
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
