/** One record of a CSV file: its cells, or why it cannot be read. */
export interface CsvRecord {
  /** Number of the physical line where it starts, from 1. */
  line: number;
  cells: string[];
  problem?: CsvProblem;
  /** The text itself where it could not be read, cut to `rawLimit`. */
  raw?: string;
}

export interface CsvProblem {
  code: 'import-quote-open' | 'import-quote-stray' | 'import-columns' | 'import-row-long';
  params: Record<string, string | number>;
}

export interface Dialect {
  delimiter: string;
  newline: '\n' | '\r';
}

/** What of an unreadable row is kept for its owner to look at. */
export const rawLimit = 2_000;
