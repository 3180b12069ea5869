import type { Tx } from '../../db/connect.ts';

/** A handler did not answer in time, whatever it is doing. */
export class HandlerSilent extends Error {
  constructor(task: string, milliseconds: number) {
    super(`${task} did not answer in ${Math.round(milliseconds / 1000)} seconds.`);
  }
}

const grace = 250;

interface Running<T> {
  task: string;
  tx: Tx;
  milliseconds: number;
  run(tx: Tx, signal: AbortSignal): Promise<T>;
}

/**
 * Runs a handler in a transaction for so long and no longer. What it still asks of the transaction afterwards is
 * refused: by then others use the connection.
 */
export async function whileRunning<T>({ task, tx, milliseconds, run }: Running<T>): Promise<T> {
  const silent = new AbortController();
  const giveUp = (): void => silent.abort(new HandlerSilent(task, milliseconds));
  // Where the thread itself stood still, the answer may be there already and has not been read.
  let timer = setTimeout(() => (timer = setTimeout(giveUp, grace)), milliseconds);
  const door = { isOpen: true };
  try {
    return await Promise.race([run(closable(tx, door, task), silent.signal), rejected(silent.signal)]);
  } finally {
    door.isOpen = false;
    clearTimeout(timer);
  }
}

const rejected = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) =>
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true }),
  );

const closable = (tx: Tx, door: { isOpen: boolean }, task: string): Tx => {
  const check = (): void => {
    if (!door.isOpen) throw new Error(`The transaction that ${task} was given is over.`);
  };
  return new Proxy(tx, {
    apply(target, self, given) {
      check();
      // The handler calls it as it would call the transaction itself.
      return Reflect.apply(target as unknown as (...all: unknown[]) => unknown, self, given);
    },
    get(target, name, receiver) {
      if (name === 'savepoint' || name === 'unsafe') check();
      return Reflect.get(target, name, receiver);
    },
  });
};
