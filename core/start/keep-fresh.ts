import type { ThreadServices } from '../boot.ts';

const everyMilliseconds = 2_000;

/** Reads definitions again when another thread or process changed them; answers how to stop. */
export function keepFresh({ definitions, log }: Pick<ThreadServices, 'definitions' | 'log'>): () => void {
  const timer = setInterval(() => {
    // A lost database is said once per request or job; the next turn tries again.
    definitions.refresh().catch((error: unknown) => log.debug({ err: error }, 'definitions not refreshed'));
  }, everyMilliseconds);
  timer.unref();
  return () => clearInterval(timer);
}
