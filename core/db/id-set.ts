import type { Bindings } from './bindings.ts';

/**
 * Ids as a question that another one asks along, instead of a list that is read and handed on: any number of them costs
 * one statement. Plugins get one from the core and give it back.
 */
export interface IdSet {
  /** Rows of `id` and `since`: from when on it is among them. */
  sql(bindings: Bindings): string;
}

export interface Among {
  /** The record's `id`, or a relation of it to one record. */
  field: string;
  ids: IdSet;
  /** A moment of the record by which the id was among them. */
  by?: string;
}
