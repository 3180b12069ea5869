import { indexOfId } from './index-of-id.ts';
import type { Run } from './run.ts';
import type { Variables } from './types.ts';

/** The variables that the moving token sees, as they are now; inner names shadow outer ones. */
export const dataInSight = ({ token, state }: Run): Variables => {
  const seen: Variables = {};
  for (let id = token?.scope ?? state.scopes[0]?.id; id !== undefined;) {
    const scope = state.scopes[indexOfId(state.scopes, id)];
    for (const [name, value] of Object.entries({ ...scope?.past, ...scope?.variables }))
      if (!Object.hasOwn(seen, name)) seen[name] = value;
    id = scope?.parent;
  }
  return seen;
};
