import { setTimeout as pause } from 'node:timers/promises';

export interface Gathering<Item, Result> {
  /** So long after the first of them. */
  milliseconds: number;
  /** Whether one more may go with those before it; all that come after it wait with it. */
  canJoin(item: Item, before: readonly Item[]): boolean;
  /** Answers in the order of the items. */
  work(items: readonly Item[]): Promise<readonly Result[]>;
}

interface Waiting<Item, Result> {
  item: Item;
  resolve(result: Result): void;
  reject(error: unknown): void;
}

/**
 * Those that come in the same moment, or while others are worked on, go together, one batch at a time and in the order they
 * came. Where a batch fails, each goes alone, so that only what is wrong fails.
 */
export function gather<Item, Result>(gathering: Gathering<Item, Result>): (item: Item) => Promise<Result> {
  const waiting: Waiting<Item, Result>[] = [];
  let isAtWork = false;
  const run = async (): Promise<void> => {
    isAtWork = true;
    await pause(gathering.milliseconds);
    while (waiting.length > 0) await workOn(gathering, waiting.splice(0, sizeOfNext(gathering, waiting)));
    isAtWork = false;
  };
  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (!isAtWork) void run();
    });
}

function sizeOfNext<Item, Result>(
  { canJoin }: Gathering<Item, Result>,
  waiting: readonly Waiting<Item, Result>[],
): number {
  const before: Item[] = [];
  for (const { item } of waiting) {
    if (before.length > 0 && !canJoin(item, before)) break;
    before.push(item);
  }
  return before.length;
}

async function workOn<Item, Result>(
  gathering: Gathering<Item, Result>,
  batch: readonly Waiting<Item, Result>[],
): Promise<void> {
  try {
    const results = await gathering.work(batch.map(({ item }) => item));
    batch.forEach(({ resolve }, place) => resolve(results[place]!));
  } catch (error) {
    if (batch.length === 1) batch[0]!.reject(error);
    else for (const one of batch) await workOn(gathering, [one]);
  }
}
