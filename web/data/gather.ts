/**
 * Gathers calls and passes on all of them together, at most once per `delay` milliseconds, so that ten thousand
 * live events do not become ten thousand requests.
 */
export function gather<T>(delay: number, run: (all: T[]) => void): ((item: T) => void) & { cancel(): void } {
  let waiting: T[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = (): void => {
    timer = undefined;
    const all = waiting;
    waiting = [];
    run(all);
  };
  const add = (item: T): void => {
    waiting.push(item);
    timer ??= setTimeout(flush, delay);
  };
  return Object.assign(add, {
    cancel(): void {
      clearTimeout(timer);
      timer = undefined;
      waiting = [];
    },
  });
}
