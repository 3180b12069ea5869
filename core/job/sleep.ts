/** Sleep that a wake ends: also one that came since `mark`, while its caller was still looking. */
export interface Sleep {
  mark(): number;
  for(milliseconds: number, since?: number): Promise<void>;
  wake(): void;
  /** One of those that sleep; with `isHeard` none, for somebody is looking who will see that there was a wake. */
  wakeOne(isHeard?: boolean): void;
}

export function createSleep(signal: AbortSignal): Sleep {
  const sleepers = new Set<() => void>();
  let wakes = 0;
  const wake = (): void => {
    wakes++;
    for (const end of sleepers) end();
  };
  return {
    mark: () => wakes,
    wake,
    wakeOne: (isHeard = false) => {
      wakes++;
      const [end] = sleepers;
      if (!isHeard) end?.();
    },
    for: (milliseconds, since) =>
      new Promise((resolve) => {
        if (signal.aborted || (since !== undefined && since !== wakes)) return resolve();
        const end = (): void => {
          clearTimeout(timer);
          sleepers.delete(end);
          signal.removeEventListener('abort', end);
          resolve();
        };
        const timer = setTimeout(end, milliseconds);
        signal.addEventListener('abort', end, { once: true });
        sleepers.add(end);
      }),
  };
}
