import { ExpressionError, WorkerPool } from '../../expression/index.ts';
import { DecisionError } from '../decision-error.ts';
import type { DecisionCall, DecisionResult } from '../evaluate/decide.ts';
import type { DecisionModel } from '../model.ts';
import { mostMilliseconds, type PostedResult } from './posted.ts';

const pool = new WorkerPool<{ model: DecisionModel; call: DecisionCall }, PostedResult>(
  new URL('decide-worker.ts', import.meta.url),
);

/** In a process that can be killed: loops, functions of their own and regular expressions may not end. */
export async function decideIsolated(model: DecisionModel, call: DecisionCall): Promise<DecisionResult> {
  try {
    const posted = await pool.run({ model, call }, mostMilliseconds);
    return posted.ok ? posted : { ok: false, error: new DecisionError(posted.code, posted.params) };
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    const limit = String(mostMilliseconds);
    return { ok: false, error: new DecisionError('decision.too-slow', { limit }) };
  }
}
