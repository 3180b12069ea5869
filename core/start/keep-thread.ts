/**
 * A thread that goes on living. A handler in a loop without an end holds its thread for good, and what nobody caught
 * ends it: the thread is started anew, the jobs it held count one crash more, and the one at fault is set aside after
 * three. HTTP and the other thread go on meanwhile.
 */
import type { Log } from '../log.ts';
import { startThread, type Thread, type ThreadBody } from './start-thread.ts';
import type { ThreadData } from './threads.ts';

export interface KeptThread {
  ask(request: ThreadBody): Promise<unknown>;
  /** Lets it work; again whenever it was started anew. */
  start(): Promise<void>;
  /** Lets it end its work in order, for as long as it listens. */
  stop(): Promise<void>;
}

interface Kept {
  data: ThreadData;
  log: Log;
}

const beat = 1_000;

export async function keepThread({ data, log }: Kept): Promise<KeptThread> {
  let current = Promise.resolve(await startThread(data));
  let isAtWork = false;
  let isStopping = false;
  const ask = async (request: ThreadBody): Promise<unknown> => (await current).ask(request);
  const renew = async (): Promise<Thread> => {
    const thread = await startThread(data);
    if (isAtWork) await thread.ask({ type: 'start' });
    return thread;
  };
  const keep = (thread: Thread): void => {
    const stopWatching = watch(thread, data.config.patience, () =>
      log.error({ thread: data.role }, 'a thread stands still: it is ended and started anew'),
    );
    void thread.ended.then(({ cause }) => {
      stopWatching();
      if (isStopping) return;
      log.error({ err: cause, thread: data.role }, 'a thread ended; starting it anew');
      current = renew();
      current.then(keep, (error: unknown) => {
        log.fatal({ err: error, thread: data.role }, 'a thread cannot be started; ending the process');
        process.exit(1);
      });
    });
  };
  keep(await current);
  return {
    ask,
    start: async () => {
      isAtWork = true;
      await ask({ type: 'start' });
    },
    stop: async () => {
      isStopping = true;
      const thread = await current;
      await thread.ask({ type: 'stop' }).catch(() => {});
      await thread.end();
    },
  };
}

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
