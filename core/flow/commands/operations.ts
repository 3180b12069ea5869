/** Starting, following and stopping what is done to many instances. */
import type { Actor } from '../../access/actor.ts';
import { newId } from '../../db/new-id.ts';
import { notFound, Problem } from '../../errors.ts';
import { enqueue } from '../../job/index.ts';
import {
  operationJob,
  type Operation,
  type OperationKind,
  type OperationOptions,
  type Selection,
} from '../operations/operation.ts';
import { selected } from '../operations/selection.ts';
import { operationColumns, readOperation } from '../operations/sql/read-operation.ts';
import { flowTexts } from './flow-texts.ts';
import { keysetPage } from './keyset-page.ts';
import type { FlowParts, Page, Reference } from './parts.ts';
import { subjectTitles } from './subjects.ts';
import { toldAbout, type Told } from './told-about.ts';

export interface OperationInput {
  actor: Actor;
  kind: OperationKind;
  selection: Selection;
  options: OperationOptions;
}

export interface OperationView {
  id: string;
  kind: OperationKind;
  state: Operation['state'];
  /** Who began it. */
  by: Reference;
  /** The flow that its instances are of, where it was asked for one. */
  flow: Reference | null;
  /** The version that instances move to. */
  version: number | null;
  /** None where there are too many to count. */
  total: number | null;
  issued: number;
  done: number;
  failed: number;
  createdAt: Date;
  endedAt: Date | null;
  /** The first that were refused, each with a sentence. */
  failures: OperationFailureView[];
}

export interface OperationFailureView {
  instance: string;
  /** Its record, else its business key; null where it has neither, or the reader may not see the record. */
  about: string | null;
  code: string;
  message: string;
}

const mostCounted = 100_000;
const mostFailures = 50;

/** Answers at once; the instances get their commands in the background, in small steps. */
export async function startOperation(
  parts: FlowParts,
  { actor, kind, selection, options }: OperationInput,
): Promise<OperationView> {
  const { sql, clock, engine } = parts;
  const now = clock.now();
  const id = newId();
  const [counted] = await sql<{ count: number }[]>`
    select count(*)::int as count from (
      select from flow.instance where ${selected(sql, { kind, selection })} limit ${mostCounted + 1}) counted`;
  const total = (counted?.count ?? 0) > mostCounted ? null : (counted?.count ?? 0);
  await sql.begin(async (tx) => {
    await tx`
      insert into flow.operation (id, kind, selection, options, actor, total, created_at)
      values (${id}, ${kind}, ${JSON.stringify(selection)}::text::json, ${JSON.stringify(options)}::text::json, ${actor.id}, ${total},
        to_timestamp(${now}::float8 / 1000))`;
    await enqueue(tx, [{ kind: operationJob, lane: 1, dueAt: now, payload: { operation: id } }]);
  });
  engine.wake();
  return showOperation(parts, { actor, id });
}

/** Problem 404 when there is none. */
export async function showOperation(
  parts: FlowParts,
  { actor, id }: { actor: Actor; id: string },
): Promise<OperationView> {
  const operation = await readOperation(parts.sql, id);
  if (!operation) throw notFound('operation', id);
  const [view] = await viewsOf(parts, { actor, operations: [operation] });
  return view!;
}

/** For any number of them the same questions: three, and one for each kind of record that refused instances are about. */
async function viewsOf(
  parts: FlowParts,
  { actor, operations }: { actor: Actor; operations: readonly Operation[] },
): Promise<OperationView[]> {
  const { sql, registry } = parts;
  const [failures, people, flows] = await Promise.all([
    failuresIn(parts, operations),
    sql<{ id: string; name: string }[]>`
      select id::text, name from core."user" where id::text = any(${operations.map(({ actor: by }) => by)})`,
    sql<{ key: string; name: string }[]>`
      select distinct on (key) key, name from flow.definition
      where key = any(${operations.flatMap((operation) => flowOf(operation) ?? [])}) order by key, version desc`,
  ]);
  const failuresOf = Map.groupBy(failures, ({ operation }) => operation);
  const personOf = new Map(people.map(({ id, name }) => [id, name]));
  const nameOf = new Map(flows.map(({ key, name }) => [key, name]));
  const texts = flowTexts(parts, actor);
  const titles = await subjectTitles(parts, actor, failures);
  const aboutOf = await toldAbout(parts, { actor, rows: failures.filter(isThere), titles });
  const sentence = (code: string, params: Record<string, unknown>): string =>
    registry.text(actor.locale, `problem.${code}`, params);
  return operations.map((operation) => {
    const { id, kind, state, total, issued, done, failed, createdAt, endedAt, actor: by } = operation;
    const key = flowOf(operation);
    return {
      ...{ id, kind, state },
      by: { id: by, title: personOf.get(by) ?? by },
      flow: key === undefined ? null : { id: key, title: texts.flow(key, nameOf.get(key) || key) },
      version: operation.options.version ?? null,
      ...{ total, issued, done, failed, createdAt, endedAt },
      failures: (failuresOf.get(id) ?? []).map((failure): OperationFailureView => {
        const { instance, code, params } = failure;
        const { reasons = [], ...rest } = params;
        return {
          instance,
          about: isThere(failure) ? aboutOf(failure) : null,
          code,
          message: [
            sentence(code, rest),
            ...reasons.map((reason) => sentence(reason.code, reason.params)),
          ].join(' '),
        };
      }),
    };
  });
}

interface FailureRow {
  operation: string;
  instance: string;
  id: string;
  /** Null where the instance is gone, with all that it was. */
  flow: string | null;
  version: number | null;
  code: string;
  params: FailureParams;
  subjectEntity: string | null;
  subjectId: string | null;
  businessKey: string | null;
}

const failuresIn = ({ sql }: FlowParts, operations: readonly Operation[]): PromiseLike<FailureRow[]> => sql<
  FailureRow[]
>`
  select asked.id as operation, first.*, first.instance as id, coalesce(i.flow, f.flow) as flow,
    coalesce(i.version, f.version) as version, coalesce(i.subject_entity, f.subject_entity) as "subjectEntity",
    coalesce(i.subject_id, f.subject_id) as "subjectId", coalesce(i.business_key, f.business_key) as "businessKey"
  from unnest(${operations.map(({ id }) => id)}::uuid[]) as asked (id)
  cross join lateral (
    select instance_id as instance, code, params from flow.operation_failure where operation_id = asked.id
    order by instance_id limit ${mostFailures}) as first
  left join flow.instance i on i.id = first.instance
  left join flow.finished f on f.id = first.instance
  order by instance`;

const isThere = (row: FailureRow): row is FailureRow & Told => row.flow !== null;

const flowOf = ({ selection }: Operation): string | undefined =>
  'filter' in selection ? selection.filter.flow : undefined;

type FailureParams = Record<string, unknown> & {
  reasons?: { code: string; params: Record<string, unknown> }[];
};

/** What was given its command goes on; nothing more is begun. */
export async function stopOperation(
  parts: FlowParts,
  { actor, id }: { actor: Actor; id: string },
): Promise<OperationView> {
  const rows = await parts.sql`
    update flow.operation set state = 'stopped', ended_at = to_timestamp(${parts.clock.now()}::float8 / 1000)
    where id = ${id} and state = 'running'`;
  const view = await showOperation(parts, { actor, id });
  if (rows.count === 0) throw new Problem({ status: 409, code: 'operation-ended' });
  return view;
}

/** Newest first. */
export async function listOperations(
  parts: FlowParts,
  { actor, limit, cursor }: { actor: Actor; limit: number; cursor?: string },
): Promise<Page<OperationView>> {
  const { sql } = parts;
  const operations = await sql<Operation[]>`
    select ${operationColumns(sql)} from flow.operation where true ${cursor ? sql`and id < ${cursor}` : sql``}
    order by id desc limit ${limit + 1}`;
  return keysetPage(await viewsOf(parts, { actor, operations }), limit);
}
