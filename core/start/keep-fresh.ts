import type { ThreadServices } from '../boot.ts';

const everyMilliseconds = 2_000;

/** Keeps up with what other threads and processes define: hears of it at once, and looks now and then; answers how to stop. */
export function keepFresh({
  definitions,
  configuration,
  log,
}: Pick<ThreadServices, 'definitions' | 'configuration' | 'log'>): () => void {
  const timer = setInterval(() => {
    // A lost database is said once per request or job; the next turn tries again.
    Promise.all([definitions.refresh(), configuration.refresh()]).catch((error: unknown) =>
      log.debug({ err: error }, 'definitions not refreshed'),
    );
  }, everyMilliseconds);
  timer.unref();
  const listening = configuration.listen().catch((error: unknown) => {
    log.debug({ err: error }, 'definitions not listened to');
    return async () => {};
  });
  return () => {
    clearInterval(timer);
    void listening.then((stop) => stop()).catch(() => {});
  };
}
