import { Problem } from '../../errors.ts';
import type { Failure, Value } from '../step/types.ts';

/** What a handler threw, after the last retry: a refusal is told in its own sentence. */
export function taskFailure(error: unknown, input: Value): Failure {
  if (error instanceof Problem)
    return {
      code: 'flow.task-refused',
      message: `${error.code} ${JSON.stringify(error.params)}`,
      // They fill a sentence, and are written down as JSON.
      params: { ...(error.params as Record<string, Value>), reason: error.code },
      expected: false,
      input,
    };
  const message = error instanceof Error ? error.message : String(error);
  return { code: 'flow.task-failed', message, expected: false, input };
}
