/** Sleep that a wake ends: also one that came since `mark`, while its caller was still looking. */
export interface Sleep {
  mark(): number;
  for(milliseconds: number, since?: number | 'stop only'): Promise<void>;
  wake(): void;
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
    for: (milliseconds, since) =>
      new Promise((resolve) => {
        if (signal.aborted || (typeof since === 'number' && since !== wakes)) return resolve();
        const end = (): void => {
          clearTimeout(timer);
          sleepers.delete(end);
          signal.removeEventListener('abort', end);
          resolve();
        };
        const timer = setTimeout(end, milliseconds);
        signal.addEventListener('abort', end, { once: true });
        if (since !== 'stop only') sleepers.add(end);
      }),
  };
}
