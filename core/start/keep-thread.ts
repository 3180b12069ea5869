/**
 * A thread that goes on living. A handler in a loop without an end holds its thread for good, and what nobody caught
 * ends it: the thread is started anew, the jobs it held count one crash more, and the one at fault is set aside after
 * three. HTTP and the other thread go on meanwhile. One that ends again and again is started after growing pauses.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { backOff } from '../job/index.ts';
import type { Log } from '../log.ts';
import { startThread, ThreadLost, type Thread, type ThreadBody } from './start-thread.ts';
import type { ThreadData } from './threads.ts';

export interface KeptThread {
  ask(request: ThreadBody): Promise<unknown>;
  /** False from its end until it is at work again. */
  isWell(): boolean;
  /** Lets it work; again whenever it was started anew. */
  start(): Promise<void>;
  /** Lets it end its work in order, for `grace` at most; answers the workers that may have left jobs. */
  stop(): Promise<number[]>;
}

interface Kept {
  data: ThreadData;
  log: Log;
}

const beat = 1_000;
/** A thread that lived so long ended for a reason of its own: the next is started at once. */
const longLife = 60_000;
const longestPause = 30_000;

export async function keepThread({ data, log }: Kept): Promise<KeptThread> {
  let current = Promise.resolve(await startThread(data));
  let [isAtWork, isWell, ends] = [false, true, 0];
  const stopping = new AbortController();
  const ask = async (request: ThreadBody): Promise<unknown> => (await current).ask(request);
  let worker: number | undefined;
  /** The cast: a thread answers with the number of its worker. */
  const setToWork = async (thread: Thread): Promise<void> => {
    worker = (await thread.ask({ type: 'start' })) as number;
  };
  const startAnew = async (): Promise<Thread> => {
    const thread = await startThread(data);
    if (isAtWork) await setToWork(thread);
    isWell = true;
    return thread;
  };
  const renew = async (cause: unknown, stoodStill = false): Promise<void> => {
    isWell = false;
    // One that stood still was waited for long enough, and the jobs that hold it are set aside.
    const milliseconds = stoodStill ? 0 : pauseBefore(++ends);
    log.error({ err: cause, thread: data.role, milliseconds }, 'a thread ended; starting it anew');
    if (milliseconds > 0) {
      current = Promise.reject(new ThreadLost('The thread is not there yet.', { cause }));
      current.catch(() => {});
      await pause(milliseconds, undefined, { signal: stopping.signal }).catch(() => {});
    }
    if (stopping.signal.aborted) return;
    current = startAnew();
    await current.then(keep, (error: unknown) => renew(error));
  };
  const keep = (thread: Thread): void => {
    const calm = setTimeout(() => (ends = 0), longLife).unref();
    let stoodStill = false;
    const stopWatching = watch(thread, data.config.patience, () => {
      stoodStill = true;
      log.error({ thread: data.role }, 'a thread stands still: it is ended and started anew');
    });
    void thread.ended.then(({ cause }) => {
      clearTimeout(calm);
      stopWatching();
      if (!stopping.signal.aborted) void renew(cause, stoodStill);
    });
  };
  keep(await current);
  return {
    ask,
    isWell: () => isWell,
    start: async () => {
      isAtWork = true;
      await setToWork(await current);
    },
    stop: async () => {
      stopping.abort();
      const thread = await current.catch(() => null);
      const isOver = new AbortController();
      await Promise.race([
        thread?.ask({ type: 'stop' }).catch(() => {}),
        pause(data.config.grace, undefined, { signal: isOver.signal }).catch(() => {}),
      ]);
      isOver.abort();
      await thread?.end();
      return worker === undefined ? [] : [worker];
    },
  };
}

/** The first is taken for a chance; what ends again and again, outside of any job, would only be a load. */
const pauseBefore = (ends: number): number =>
  ends === 1 ? 0 : Math.min(backOff({ attempt: ends - 1, base: 1_000 }), longestPause);

/**
 * Ends a thread that did not answer for so long. Told by beats, not by the clock: a machine that slept, or a process
 * that got no time, says nothing about its threads.
 */
function watch(thread: Thread, milliseconds: number, onSilent: () => void): () => void {
  let [unanswered, isAsked] = [0, false];
  const timer = setInterval(() => {
    if (isAsked && ++unanswered * beat >= milliseconds) {
      clearInterval(timer);
      onSilent();
      void thread.end();
    }
    if (isAsked) return;
    isAsked = true;
    const heard = (): void => void ([unanswered, isAsked] = [0, false]);
    thread.ask({ type: 'alive' }).then(heard, () => {});
  }, beat);
  timer.unref();
  return () => clearInterval(timer);
}
