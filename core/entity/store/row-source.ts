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
  /** The value of a column of the source, by its place; cast where unnest could not carry the type. */
  value(place: number): string;
}

export function rowSource(columns: readonly SourceColumn[], bindings: Bindings): RowSource {
  const lists = columns.map(({ values, type }) => bindings.bindList(values, carried(type)));
  const names = columns.map((_, place) => `c${place}`);
  return {
    from: `unnest(${lists.join(', ')}) as u(${names.join(', ')})`,
    value: (place) => {
      const { type } = columns[place]!;
      return carried(type) === type ? `u.c${place}` : `u.c${place}::${type}`;
    },
  };
}

/** Lists in a list would be flattened by unnest, and JSON is quoted twice: both travel as text. */
const carried = (type: string): string => (type.endsWith('[]') || type === 'jsonb' ? 'text' : type);
