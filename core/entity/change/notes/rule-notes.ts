import type { FieldShape } from '../../../access/shape.ts';
import { compile, toSql, type SqlField, type SqlType } from '../../../expression/index.ts';
import type { EntityDefinition } from '../../definition.ts';
import { modelOf, type EntityModel } from '../../model.ts';
import { tableOf } from '../../names.ts';
import type { Note, NotesInput } from './notes-of.ts';

/** How many records do not meet a rule that comes; those whose expression has no SQL are not counted. */
export async function ruleNotes({ sql, current }: NotesInput, next: EntityDefinition): Promise<Note[]> {
  const notes: Note[] = [];
  const model = modelOf(current);
  for (const [id, { expression }] of Object.entries(next.rules ?? {})) {
    if (current.rules?.[id]?.expression === expression) continue;
    const condition = conditionSql(model, expression);
    if (!condition) continue;
    const [row] = await sql.unsafe<{ count: number }[]>(
      `select count(*)::int as count from (select from ${tableOf(current.id)} t
        where t.deleted_at is null and (${condition.sql}) is false limit 100000) t`,
      condition.params as string[],
    );
    if (row!.count > 0) notes.push({ kind: 'rule-unmet', params: { rule: id, count: row!.count } });
  }
  return notes;
}

function conditionSql(
  model: EntityModel,
  expression: string,
): { sql: string; params: unknown[] } | undefined {
  const result = toSql(compile(expression), {
    now: Date.now(),
    resolve: ({ root, path: [name = '', ...more] }) => {
      const field = model.shape.fields.get(name);
      return root === '$$' && field && more.length === 0 ? sqlField(field) : undefined;
    },
  });
  return result.isOk && result.type === 'boolean' ? result : undefined;
}

const types: Partial<Record<FieldShape['kind'], SqlType>> = {
  text: 'text',
  number: 'number',
  boolean: 'boolean',
  date: 'date',
  instant: 'dateTime',
  list: 'textList',
};

function sqlField(field: FieldShape): SqlField | undefined {
  const type = types[field.kind];
  return type && { sql: field.sql('t'), type };
}
