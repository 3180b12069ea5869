/** How many records a condition finds now, and some of them, as far as who asks may see them. */
import type { Access } from '../access/index.ts';
import type { Actor } from '../access/index.ts';
import { ruleToSql } from '../access/rule/to-sql.ts';
import { createBindings, run } from '../db/bindings.ts';
import type { Sql } from '../db/connect.ts';
import type { Models } from '../entity/models.ts';
import { invalid, Problem } from '../errors.ts';
import { parseCondition } from './condition.ts';
import { conditionToSql } from './condition-to-sql.ts';
import { watchesOf } from './watches.ts';

export interface PreviewParts {
  sql: Sql;
  access: Access;
  models: Pick<Models, 'shapes'>;
  now(): number;
}

export interface PreviewInput {
  actor: Actor;
  entity: string;
  condition: unknown;
}

export interface Preview {
  count: number;
  sample: { id: string; title: string | null }[];
}

const sampleSize = 8;
/** A person waits. */
const longest = '8s';
const cancelled = '57014';

export async function preview(parts: PreviewParts, input: PreviewInput): Promise<Preview> {
  const from = fromOf(parts, input);
  const title = parts.models.shapes(input.entity).fields.get(parts.models.shapes(input.entity).title);
  const shown =
    title && parts.access.alwaysSees(input.actor, input.entity, title.id) ? title.sql('t') : 'null';
  return parts.sql
    .begin(async (tx) => {
      await tx.unsafe(`set local statement_timeout = '${longest}'`);
      const [counted] = await run<{ count: number }>(
        tx,
        `select count(*) as count from ${from.text}`,
        from.values,
      );
      const sample = await run<Preview['sample'][number]>(
        tx,
        `select t.id, (${shown})::text as title from ${from.text} limit ${sampleSize}`,
        from.values,
      );
      return { count: counted?.count ?? 0, sample };
    })
    .catch((error: unknown) => {
      if ((error as { code?: string }).code !== cancelled) throw error;
      throw new Problem({ status: 422, code: 'segment-slow' });
    });
}

function fromOf({ access, models, now }: PreviewParts, { actor, entity, condition }: PreviewInput) {
  const { shapes } = models;
  const parsed = parseCondition({ condition, entity, shapes, now: now() });
  const hidden = watchesOf(parsed.condition, entity).find(
    ({ entity: of, field }) => field !== '*' && of !== 'user' && !access.alwaysSees(actor, of, field),
  );
  if (hidden) throw invalid([{ pointer: '/condition', code: 'field-not-askable', params: { ...hidden } }]);
  const bindings = createBindings();
  const readable = (of: string, alias: string): string =>
    of === 'user' ? 'true' : ruleToSql(access.rule(actor, of, 'read'), { alias, bindings, actor, shapes });
  const holds = conditionToSql(parsed.condition, { alias: 't', bindings, actor, shapes, guard: readable });
  const text = `${shapes(entity).table} t where t.deleted_at is null and ${readable(entity, 't')} and ${holds}`;
  return { text, values: bindings.values };
}
