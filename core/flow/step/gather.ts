import type { PreparedNode } from './prepare.ts';
import type { Gathered, OpenWait, Token } from './state.ts';
import type { Variables } from './types.ts';

export interface Brought {
  variables: Variables;
  /** The waits that have come true for it. */
  waits: OpenWait[];
}

/**
 * What an event that has happened brings; null where it is one of several that must all happen, and others have
 * not yet. Those that have are kept with the token.
 */
export const gather = (token: Token, { definition }: PreparedNode, came: Gathered): Brought | null => {
  if (definition.isParallelMultiple !== true) return { variables: came.variables, waits: [came.wait] };
  const of = (element: string) => (each: Gathered) => each.wait.element === element;
  const isMine = of(came.wait.element);
  const gathered = [...(token.gathered ?? []).filter(isMine), came];
  const others = (token.gathered ?? []).filter((each) => !isMine(each));
  const isComplete = !token.waits?.some((each) => each.element === came.wait.element);
  token.gathered = isComplete ? others : [...others, ...gathered];
  if (token.gathered.length === 0) token.gathered = undefined;
  if (!isComplete) return null;
  const variables: Variables = {};
  for (const each of gathered) Object.assign(variables, each.variables);
  return { variables, waits: gathered.map((each) => each.wait) };
};
