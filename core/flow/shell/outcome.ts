/** What became of a command. Plain data: it crosses threads. */
import type { ProblemInput } from '../../errors.ts';

export type Outcome = { ok: true; value: unknown } | { ok: false; problem: ProblemInput };

export const done = (value: unknown = null): Outcome => ({ ok: true, value });
export const refused = (status: number, code: string, params: Record<string, unknown> = {}): Outcome => ({
  ok: false,
  problem: { status, code, params },
});
