import type { Actor } from '../../access/actor.ts';
import type { Tx } from '../../db/connect.ts';
import type { Cause, NewEvent } from '../../event/event.ts';
import type { QueryContext } from '../query/context.ts';
import type { ChangeResult } from '../record-store.ts';

/** One call of `write`, while it runs. */
export interface WriteContext extends QueryContext {
  tx: Tx;
  actor: Actor;
  cause: Cause;
  /** Milliseconds since 1970: of everything this call writes. */
  at: number;
  /** ISO 4217: money written as a bare number is in it. */
  currency: string;
  /** What follows from an act that was allowed asks nobody: `clear` on delete, the relations of a merge, an undo. */
  isSystem?: boolean;
  /** No subscriber is called: events need not carry the whole record. */
  isQuiet: boolean;
  /** Filled as the statements run, written at the end in one. */
  events: NewEvent[];
}

export const asSystem = (context: WriteContext): WriteContext => ({ ...context, isSystem: true });

/** A change of one group, with its place in the caller's list. */
export interface Placed<Change> {
  place: number;
  change: Change;
}

export type Results = (ChangeResult | undefined)[];
