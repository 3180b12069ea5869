import { Problem } from '../../errors.ts';
import { countFollowing, nextDue } from '../../job/index.ts';
import type { FlowParts } from './parts.ts';

/** What does not come to an end within this real time is not waited for. */
const patience = 30_000;
/** A long way with very many timers goes in at most so many steps. */
const mostSteps = 1_000;

/**
 * Moves the test clock from due time to due time, so that every timer sees its own time, and returns when all that
 * is due has run.
 */
export async function advanceClock(parts: FlowParts, milliseconds: number): Promise<{ now: Date }> {
  const { clock, sql } = parts;
  await clock.refresh();
  const end = clock.now() + milliseconds;
  const least = Math.max(1, milliseconds / mostSteps);
  let settled: number | undefined;
  for (;;) {
    settled = await settle(parts, settled);
    const next = await nextDue(sql, clock.now());
    const until = next === null ? end : Math.min(end, Math.max(next, clock.now() + least));
    const step = Math.ceil(until - clock.now());
    if (step > 0) await clock.advance(step);
    if (clock.now() >= end) break;
  }
  await settle(parts);
  return { now: new Date(clock.now()) };
}

/**
 * Until what is due when it is called has run, with all that comes of it; the clock goes on meanwhile. Answers by when that was due.
 * It waits for what is due since the last time, and only then looks whether there is something older.
 */
async function settle({ clock, sql, engine }: FlowParts, last?: number): Promise<number> {
  const began = Date.now();
  const by = clock.now();
  let since = last;
  for (;;) {
    engine.wake();
    const count = await countFollowing(sql, { by, now: clock.now(), began, since });
    if (count === 0 && since === undefined) return by;
    if (count === 0) {
      since = undefined;
      continue;
    }
    if (Date.now() > began + patience)
      throw new Problem({ status: 503, code: 'clock-busy', params: { count } });
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
