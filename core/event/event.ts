/** A fact, written in the transaction of the change that made it. */

export interface Cause {
  /** Id of the request that asked for it. */
  request?: string;
  /** Flow instance. */
  instance?: string;
  import?: string;
  /** The run that imports a pack of definitions. */
  pack?: string;
  /** What that run wrote is taken back: a later part of it was refused. */
  isTakenBack?: boolean;
  /** The record that others were merged into. */
  merge?: string;
  /** The cause that this takes back. */
  undo?: string;
  /** The time that records of its entity are kept is over. */
  isRetention?: boolean;
  /** A trial, which is rolled back: nobody is woken, no number of a sequence is used up. */
  trial?: string;
  /** How many flows and records woke each other up to here; 16 is an incident. */
  depth: number;
}

export interface FieldChange {
  /** Absent when the record is new or the field was empty. */
  before?: unknown;
  after?: unknown;
}

export type RecordEventKind = 'created' | 'updated' | 'deleted' | 'restored' | 'merged';

export interface NewEvent {
  /** `<entity>.<kind>` for records; anything with a dot otherwise. */
  type: string;
  entity: string | null;
  recordId: string | null;
  /** Actor id. */
  actor: string;
  /** Milliseconds since 1970. */
  at: number;
  /** By field; relations as ids. */
  changes: Record<string, FieldChange>;
  cause: Cause;
  /** The whole record after the change, relations as ids: for subscribers in the same transaction, not stored. */
  record?: Record<string, unknown>;
}

export interface RelataEvent extends NewEvent {
  id: string;
}
