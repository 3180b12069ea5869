import type { FieldType } from '../../definition.ts';
import type { ColumnMapping, ColumnProfile } from '../mapping.ts';
import type { ImportTarget, TargetField } from '../target.ts';
import { likeness, meaning, saysType, words } from './words.ts';

/** The share of a column's values that a field knows: options, titles of the related records, user names. */
export type Overlap = (column: number, field: string) => number;

export type Guess = ColumnMapping & { score: number };

const enough = 0.42;

/** Pairs columns with fields, the surest pair first; every field is filled by one column at most. */
export function guessMapping(input: {
  columns: readonly ColumnProfile[];
  target: ImportTarget;
  overlap: Overlap;
}): Guess[] {
  const { columns, target, overlap } = input;
  const pairs = columns
    .flatMap((column) =>
      target.fields.map((field) => ({ column, field, score: score(column, field, { target, overlap }) })),
    )
    .filter((pair) => pair.score >= enough)
    .toSorted((a, b) => b.score - a.score);
  const taken = new Map<number, Guess>();
  const used = new Set<string>();
  for (const { column, field, score: sure } of pairs) {
    if (taken.has(column.column) || used.has(field.id)) continue;
    used.add(field.id);
    taken.set(column.column, { ...mapped(column, field), score: Math.min(1, Math.round(sure * 100) / 100) });
  }
  return columns.map(
    (column) => taken.get(column.column) ?? { column: column.column, field: null, score: 0 },
  );
}

function mapped(column: ColumnProfile, field: TargetField): ColumnMapping {
  const type = field.definition.type;
  return {
    column: column.column,
    field: field.id,
    ...((type === 'date' || type === 'dateTime') && column.dateOrders.length === 1
      ? { dateOrder: column.dateOrders[0]! }
      : {}),
    ...(numeric.has(type) && column.decimal === ',' ? { decimal: ',' } : {}),
  };
}

const numeric = new Set<FieldType>(['integer', 'decimal', 'money', 'duration']);

function score(
  column: ColumnProfile,
  field: TargetField,
  { target, overlap }: { target: ImportTarget; overlap: Overlap },
): number {
  if (!isFitting(column, field.definition.type)) return 0;
  const name = Math.max(...[field.id, ...field.labels].map((label) => likeness(column.name, label)));
  const title = field.id === target.title ? titleScore(column, target) : 0;
  // Of several fields of the type, the one whose name is nearest.
  const byType = typeScore(column, field.definition.type);
  const typed = byType > 0 ? byType + 0.1 * name : 0;
  return Math.max(name, title, typed) + 0.5 * overlap(column.column, field.id);
}

/** A column named after what a field of this type holds, or full of it, fills that field when no better column does. */
function typeScore(column: ColumnProfile, type: FieldType): number {
  if (saysType(column.name, type)) return 0.5;
  return type === 'email' && column.kind === 'email' ? 0.45 : 0;
}

/** A column named after the entity, or its running number, names the record when no better column does. */
function titleScore(column: ColumnProfile, target: ImportTarget): number {
  const own = meaning([target.id.split('.').at(-1)!, ...target.labels].flatMap(words));
  const rest = [...meaning(words(column.name))].filter((word) => !own.has(word));
  if (rest.length === 0) return 0.85;
  const isKey = rest.every((word) => ['id', 'number', 'no', 'key', 'code', 'ref', '编号'].includes(word));
  return isKey && column.empty === 0 ? 0.5 : 0;
}

const fitting: Partial<Record<FieldType, ColumnProfile['kind'][]>> = {
  integer: ['integer', 'empty'],
  decimal: ['integer', 'number', 'empty'],
  money: ['integer', 'number', 'empty'],
  duration: ['integer', 'number', 'text', 'empty'],
  boolean: ['boolean', 'integer', 'empty'],
  date: ['date', 'empty'],
  dateTime: ['date', 'empty'],
  email: ['email', 'text', 'empty'],
  relation: ['text', 'integer', 'email', 'empty'],
  user: ['text', 'email', 'empty'],
  select: ['text', 'integer', 'boolean', 'empty'],
};

const isFitting = (column: ColumnProfile, type: FieldType): boolean =>
  fitting[type]?.includes(column.kind) ?? true;
