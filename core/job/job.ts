/** A due row: timer, retry, delivery, command. Kinds name their handler; the payload is JSON. */

/** 0 a person waits, 1 bulk; 2 and 3 the same for slow work outside the database. */
export type Lane = (typeof allLanes)[number];
export const allLanes = [0, 1, 2, 3] as const;

export interface Job<Payload = unknown> {
  id: string;
  kind: string;
  lane: Lane;
  dueAt: Date;
  /** The flow instance it is for; with `targetLast` the whole range of ids between. */
  target: string | null;
  targetLast: string | null;
  key: string | null;
  payload: Payload;
  /** Failures so far; what ends a process counts in `crashes` instead. */
  attempts: number;
  maxAttempts: number;
  /** This claim included: 2 or more means that a process died over it. */
  crashes: number;
  /** It is in memory alone: nobody was promised anything about it yet. */
  isUnstored?: boolean;
}

export interface NewJob {
  kind: string;
  lane: Lane;
  payload: unknown;
  /** Milliseconds since 1970. */
  dueAt: number;
  id?: string;
  target?: string | null;
  targetLast?: string | null;
  /** A second job with the same key is not made. */
  key?: string | null;
  attempts?: number;
  maxAttempts?: number;
  crashes?: number;
}

/** After so many claims that did not end in order, a job is set aside as failed. */
export const crashLimit = 3;
