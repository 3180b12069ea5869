import { compile, explained } from '../compile.ts';
import type { Environment } from '../context.ts';
import { ExpressionError } from '../expression-error.ts';
import { defaultLimits } from '../limits.ts';
import type { Value, Variables } from '../value.ts';
import type { Answer, Job } from './job.ts';
import { WorkerPool } from './worker-pool.ts';

const pool = new WorkerPool<Job, Answer>(new URL('worker.ts', import.meta.url));

/** Ends the processes; the next expression starts new ones. */
export const closePool = (): Promise<void> => pool.close();

export interface IsolatedInput {
  source: string;
  scope: Variables;
  /** `functions` stay here: host functions are answered from `answers`. */
  env: Environment;
}

/** Evaluates by jsonata's interpreter in a process that can be killed. Missing comes back as null. */
export async function evaluateIsolated(input: IsolatedInput): Promise<Value> {
  return (await evaluateIsolatedOptional(input)) ?? null;
}

/** Missing comes back as undefined. Rejects with ExpressionError, with the same codes as `Compiled.evaluate`. */
export async function evaluateIsolatedOptional({
  source,
  scope,
  env,
}: IsolatedInput): Promise<Value | undefined> {
  const { bindings, now, strict, timeZone, answers } = env;
  const facts = compile(source);
  const limits = { ...defaultLimits, ...env.limits };
  try {
    const answer = await pool.run(
      { source, scope, bindings, now, strict, timeZone, answers, limits },
      limits.timeMs,
    );
    answer.logs.forEach((value) => env.log?.(value));
    if (answer.isOk) return answer.value;
    throw new ExpressionError(answer.problem);
  } catch (error) {
    throw explained(error, { source, facts, scope, env });
  }
}
