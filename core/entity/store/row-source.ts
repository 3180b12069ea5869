/** Many rows as the columns of one `unnest`: the fastest way in, and one text for any number of rows. */
import type { Bindings } from '../../db/bindings.ts';

export interface SourceColumn {
  /** Quoted name in the table. */
  name: string;
  type: string;
  values: readonly (string | null)[];
}

export interface RowSource {
  /** `unnest(...) as u(c0, c1, ...)` */
  from: string;
  /** The value of a column of the source, by its place. */
  value(place: number): string;
}

/** Everything travels as text and is cast row by row. */
export function rowSource(columns: readonly SourceColumn[], bindings: Bindings): RowSource {
  const lists = columns.map(({ values }) => bindings.bindColumn(values));
  const names = columns.map((_, place) => `c${place}`);
  return {
    from: `unnest(${lists.join(', ')}) as u(${names.join(', ')})`,
    value: (place) => {
      const { type } = columns[place]!;
      return type === 'text' ? `u.c${place}` : `u.c${place}::${type}`;
    },
  };
}
