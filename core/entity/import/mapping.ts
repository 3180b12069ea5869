import type { DateOrder } from './cell/parse-date.ts';
import type { DecimalMark } from './cell/parse-number.ts';

/** What becomes of one column of the file. */
export interface ColumnMapping {
  /** Position in the file, from 0. */
  column: number;
  /** The field it fills; null leaves the column out. */
  field: string | null;
  /** Relation and user: the field of the other side that the text is compared with; its title when absent. */
  key?: string;
  /** What a text of the file stands for: an option's value, or the text to look for; null reads as empty. */
  values?: Record<string, string | null>;
  /** Relation, user and select that find nothing: the row is rejected, or the field stays empty. */
  unmatched?: 'reject' | 'empty';
  dateOrder?: DateOrder;
  decimal?: DecimalMark;
  /** Money without a currency of its own; the company's when absent. */
  currency?: string;
}

export interface ImportOptions {
  /** What happens to a row whose keys a record has already. */
  duplicates: 'create' | 'update' | 'skip';
  /** The fields that together say "the same record"; all must be mapped. */
  keys: string[];
  /** Values of fields for rows in which nothing fills them. */
  defaults: Record<string, unknown>;
  /** Whether an empty cell empties the field of a record that is updated. */
  emptyClears: boolean;
  /** Whether records of this import start flows. */
  startFlows: boolean;
  /** Target `user`: the roles of people made here, and of managers. */
  roles: string[];
  managerRoles: string[];
}

export const defaultOptions: ImportOptions = {
  duplicates: 'create',
  keys: [],
  defaults: {},
  emptyClears: false,
  startFlows: false,
  roles: [],
  managerRoles: [],
};

/** What one look at the beginning of the file says of a column. */
export interface ColumnProfile {
  column: number;
  name: string;
  kind: 'empty' | 'integer' | 'number' | 'date' | 'boolean' | 'email' | 'text';
  /** A few different values, as they stand in the file. */
  samples: string[];
  /** How many rows of the sample were empty here, and how many values differ. */
  empty: number;
  distinct: number;
  /** Orders under which all values are dates; two of them mean that somebody must choose. */
  dateOrders: DateOrder[];
  decimal: DecimalMark | null;
}

/** Why a row cannot be written; the sentence is `problem.<code>`. */
export interface RowReason {
  code: string;
  params: Record<string, unknown>;
  column?: number;
  field?: string;
}
