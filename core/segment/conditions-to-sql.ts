/**
 * Many conditions over the rows of one alias as one array of booleans. Those that differ in their values alone are one
 * expression over the list of the values: PostgreSQL plans it once, however many segments ask that way.
 */
import { createBindings, type Bindings } from '../db/bindings.ts';
import { conditionToSql, type SqlParts } from './condition-to-sql.ts';
import type { Condition } from './condition.ts';

export interface Conditions {
  /** `boolean[]`. */
  sql: string;
  /** For each place of the array, the place of its condition in what was given. */
  order: number[];
}

/** Alias of the values; conditions name theirs after their own alias. */
const values = 'given';

interface Form {
  text: string;
  places: number[];
  /** By place. */
  rows: (readonly (string | null)[])[];
}

export function conditionsToSql(conditions: readonly Condition[], parts: SqlParts): Conditions {
  const forms = new Map<string, Form>();
  for (const [place, condition] of conditions.entries()) {
    const bindings = columnBindings();
    const text = conditionToSql(condition, { ...parts, bindings });
    const form = forms.get(text) ?? { text, places: [], rows: [] };
    form.places.push(place);
    form.rows.push(bindings.values.map((value) => (value === null ? null : String(value))));
    forms.set(text, form);
  }
  const alone = [...forms.values()].flatMap(({ places }) => (places.length === 1 ? places : []));
  const together = [...forms.values()].filter(({ places }) => places.length > 1);
  const each = alone.map((place) => `coalesce(${conditionToSql(conditions[place]!, parts)}, false)`);
  return {
    sql: [
      `array[${each.join(', ')}]::boolean[]`,
      ...together.map((form) => formToSql(form, parts.bindings)),
    ].join(' || '),
    order: [...alone, ...together.flatMap(({ places }) => places)],
  };
}

/** A value is a column of the list: of text, as values are bound, and cast as they are. */
function columnBindings(): Bindings {
  const own = createBindings();
  const column = (placeholder: string): string => placeholder.replace('$', `${values}.c`);
  return {
    values: own.values,
    bind: (value, type) => column(own.bind(value, type)),
    bindColumn: (list) => column(own.bindColumn(list)),
    bindList: (list, type) => column(own.bindList(list, type)),
  };
}

function formToSql({ text, rows }: Form, bindings: Bindings): string {
  const lists = [
    bindings.bindList(
      rows.map((_, nth) => nth),
      'int',
    ),
    ...rows[0]!.map((_, column) =>
      bindings.bindList(
        rows.map((row) => row[column]!),
        'text',
      ),
    ),
  ];
  const names = ['nth', ...rows[0]!.map((_, column) => `c${column + 1}`)];
  return `array(select coalesce(${text}, false) from unnest(${lists.join(', ')}) as ${values} (${names.join(', ')}) order by nth)`;
}
