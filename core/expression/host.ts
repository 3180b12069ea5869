/**
 * Functions that must ask the outside: `$get`, `$find`, `$team`, `$manager`, `$businessDays`. An expression never
 * waits for them. Either the caller gives a synchronous function, or answers read before; a question without an
 * answer throws `expression.host-needed` with `needs`: read it, add it to `answers`, evaluate again. As an
 * expression is pure, it asks the same questions again, and a replay with the recorded answers is exact.
 */
import type { Context } from './context.ts';
import { ExpressionError, type HostNeed } from './expression-error.ts';
import type { Value } from './value.ts';

export const hostFunctions = ['get', 'find', 'team', 'manager', 'businessDays'] as const;

/** From `hostKey` to the answer. */
export type HostAnswers = Record<string, Value>;

export const hostKey = (need: HostNeed): string => `${need.name}${JSON.stringify(need.args)}`;

export const isHostFunction = (name: string): boolean => hostFunctions.some((host) => host === name);

export function askHost(context: Context, need: HostNeed): unknown {
  const { functions, answers } = context.env;
  const answer = functions && Object.hasOwn(functions, need.name) ? functions[need.name] : undefined;
  if (answer) return answer(...need.args);
  const key = hostKey(need);
  if (answers && Object.hasOwn(answers, key)) return answers[key];
  throw new ExpressionError({ code: 'expression.host-needed', params: { name: need.name }, needs: need });
}
