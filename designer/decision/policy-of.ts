/** The logic of a decision, as dmn-js holds it. */
export interface DrawnTable {
  hitPolicy?: string;
  aggregation?: string;
}

/** As it is drawn, whether or not the table can be run yet. What is not written is `UNIQUE`, as DMN has it. */
export const policyOf = (table: DrawnTable | undefined): string =>
  [table?.hitPolicy ?? 'UNIQUE', table?.aggregation ?? ''].join(' ').trim();
