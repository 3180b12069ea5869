/**
 * Has the HTTP thread watched from outside. It is the process's own, which no other thread can end: where it stands
 * still, the watch looks what holds it, lets the other threads end their work, and the process begins anew in its place.
 */
import { url as debuggerAddress } from 'node:inspector';
import { Worker } from 'node:worker_threads';
import { atWork } from '../http/at-work.ts';
import { ofThreads } from './start-thread.ts';
import { watched, type WatchData, type Watched } from './watch-orders.ts';

const beat = 500;

export function watchHttp({ patience, logLevel }: Omit<WatchData, 'beats'>): void {
  // Whoever debugs it lets it stand still on purpose.
  if (debuggerAddress() !== undefined) return;
  const beats = new Int32Array(new SharedArrayBuffer(8));
  const begin = (): void => {
    Atomics.store(beats, 1, 1);
    Atomics.notify(beats, 1);
    beginAnew();
  };
  Object.defineProperty(globalThis, watched, { value: { route, beginAnew: begin } satisfies Watched });
  setInterval(() => Atomics.add(beats, 0, 1), beat).unref();
  new Worker(new URL('watch-http-thread.ts', import.meta.url), {
    workerData: { beats, patience, logLevel } satisfies WatchData,
    execArgv: ofThreads,
    resourceLimits: { maxOldGenerationSizeMb: 32, maxYoungGenerationSizeMb: 2 },
  }).unref();
}

function route(): string {
  const held = atWork.getStore();
  return held ? `${held.method.toUpperCase()} ${held.path}` : 'none';
}

/** In the same process: whoever started it, and waits for its end, sees none. */
function beginAnew(): void {
  const { execve, execPath, execArgv, argv, env } = process;
  execve?.(execPath, [execPath, ...execArgv, ...argv.slice(1)], env);
}
