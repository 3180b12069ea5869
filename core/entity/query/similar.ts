import { createBindings, type Bindings } from '../../db/bindings.ts';
import type { Sql } from '../../db/connect.ts';
import type { SimilarInput, SimilarRecord } from '../record-store.ts';
import type { QueryContext } from './context.ts';
import { readableSql, type Asking } from './guard.ts';
import { runRows } from './rows.ts';
import { searchWords, seesSearchText } from './search-sql.ts';

const most = 10;
/** Common words match half a table: so many are looked at for the best. */
const candidates = 200;
/** With fewer exact hits than this, near ones are looked for too. */
const enough = 3;
/** pg_trgm's word similarity that counts as nearly: "jonson" finds "Johnson". */
const threshold = 0.4;

export async function similarRecords(
  context: QueryContext,
  input: SimilarInput,
  sql: Sql,
): Promise<SimilarRecord[]> {
  const asking: Asking = { context, actor: input.actor, entity: input.entity };
  const { definition } = context.models.get(input.entity);
  const words = searchWords(input.query.slice(0, 200));
  const canAsk = definition.search.length > 0 && context.access.mayEver(input.actor, input.entity, 'read');
  // The search text holds every searched field: whoever may not see one of them gets nothing out of it.
  if (!canAsk || words[0] === '' || !seesSearchText(asking)) return [];
  const exact = await ask(asking, input, sql, (bindings) =>
    words
      .map((word) => `t.search like '%' || core.fold(${bindings.bind(word, 'text')}) || '%'`)
      .join(' and '),
  );
  if (exact.length >= enough) return exact;
  const near = await sql.begin(async (tx) => {
    await tx.unsafe(`set local pg_trgm.word_similarity_threshold = ${threshold}`);
    return ask(
      asking,
      input,
      tx,
      (bindings) => `core.fold(${bindings.bind(input.query, 'text')}) <% t.search`,
    );
  });
  const found = new Set(exact.map(({ id }) => id));
  return [...exact, ...near.filter(({ id }) => !found.has(id))].slice(0, input.limit ?? most);
}

async function ask(
  asking: Asking,
  input: SimilarInput,
  db: Parameters<typeof runRows>[0],
  condition: (bindings: Bindings) => string,
): Promise<SimilarRecord[]> {
  const { models, access } = asking.context;
  const model = models.get(input.entity);
  const bindings = createBindings();
  const { title } = model.definition;
  const shown = access.alwaysSees(asking.actor, model.id, title)
    ? model.shape.fields.get(title)?.sql('t')
    : undefined;
  const where = [
    't.deleted_at is null',
    condition(bindings),
    readableSql(asking, model.id, { alias: 't', bindings }),
  ];
  const query = bindings.bind(input.query.slice(0, 200), 'text');
  const rows = await runRows(
    db,
    `select id, title, (word_similarity(core.fold(${query}), search) + similarity(core.fold(${query}), core.fold(coalesce(title, search)))) / 2 as score
     from (select t.id, ${shown ?? 'null'}::text as title, t.search from ${model.table} t
           where ${where.join(' and ')} limit ${candidates}) found
     order by score desc, id limit ${bindings.bind(input.limit ?? most, 'int8')}`,
    bindings.values,
  );
  return rows.map(([id, text, score]) => ({
    id: String(id),
    title: typeof text === 'string' ? text : null,
    score: Number(score),
  }));
}
