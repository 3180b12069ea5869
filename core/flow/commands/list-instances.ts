import type { Actor } from '../../access/actor.ts';
import { may } from '../../access/actor.ts';
import { forbidden, notFound } from '../../errors.ts';
import type { Subject, Value } from '../step/types.ts';
import type { FoundInstance } from './find-instance.ts';
import { isScan, sourcesOf, type InstanceSource } from './instance-sources.ts';
import { keysetPage } from './keyset-page.ts';
import { flowTexts } from './flow-texts.ts';
import type { FlowParts, Page, Paging } from './parts.ts';
import { tokensOf, type TokenView } from './token-views.ts';
import { toldAbout } from './told-about.ts';
import { maySee, subjectOf, subjectTitles, type TitledSubject } from './subjects.ts';

export const instanceStates = [
  'active',
  'completed',
  'terminated',
  'failed',
  'suspended',
  'incident',
] as const;
export type InstanceState = (typeof instanceStates)[number];

export interface InstanceQuery extends Paging {
  actor: Actor;
  flow?: string;
  state?: InstanceState;
  version?: number;
  /** A token stands there now. */
  element?: string;
  businessKey?: string;
  subject?: Subject;
  /** A variable of the process that has this value, or any where none is said. */
  variable?: { name: string; value?: Value };
  /** A token of it can never move again. */
  isStuck?: boolean;
}

export type InstancePage = Page<InstanceItem> & {
  /** Counting stopped there: there are more, or may be. */
  countIsCapped?: true;
};

export interface InstanceItem {
  id: string;
  flow: string;
  flowName: string;
  version: number;
  state: string;
  subject: TitledSubject | null;
  /** Its record, business key, start event or flow, in words. */
  about: string;
  businessKey: string | null;
  startedAt: Date;
  endedAt: Date | null;
  isStuck: boolean;
  tokens: TokenView[];
}

/** Newest first. Without the permission to operate flows one must ask about a record that one sees. */
export async function listInstances(parts: FlowParts, query: InstanceQuery): Promise<InstancePage> {
  await checkMaySee(parts, query);
  const { actor, limit } = query;
  const sources = sourcesOf(parts, query);
  const horizon = isScan(query) ? await horizonOf(parts, query, sources) : null;
  const rows = await rowsOf(parts, query, { sources, horizon });
  const page: InstancePage = await keysetPage(await itemsOf(parts, actor, rows), limit);
  // What is older was not looked at: the next page goes on there.
  page.next ??= horizon;
  return { ...page, ...(await countOf(parts, query, { sources, horizon })) };
}

interface Looked {
  sources: readonly InstanceSource[];
  horizon: string | null;
}

type Row = FoundInstance & { isStuck: boolean };

function rowsOf(
  { sql }: FlowParts,
  { cursor, limit }: InstanceQuery,
  { sources, horizon }: Looked,
): PromiseLike<Row[]> {
  if (sources.length === 0) return Promise.resolve([]);
  const page = sql`${cursor ? sql`and id < ${cursor}` : sql``} ${horizon ? sql`and id >= ${horizon}` : sql``}`;
  return sql<Row[]>`
    select * from (${sources.map(
      (source, index) => sql`${index > 0 ? sql`union all` : sql``}
      (select ${source.columns} from ${source.table} where ${source.where} ${page} order by id desc limit ${limit + 1})`,
    )}) as found
    order by id desc limit ${limit + 1}`;
}

/** As many rows are looked through for one page; reading a variable means parsing the state it is in. */
const mostLookedAt = 50_000;
const mostParsed = 10_000;

/** The id down to which one page looks; null when that is everything. */
async function horizonOf(
  { sql }: FlowParts,
  { flow, cursor, variable }: InstanceQuery,
  sources: readonly InstanceSource[],
): Promise<string | null> {
  const most = variable ? mostParsed : mostLookedAt;
  const edges = await Promise.all(
    sources.map(
      ({ table }) => sql<{ id: string }[]>`
        select id from ${table} where true ${flow ? sql`and flow = ${flow}` : sql``}
          ${cursor ? sql`and id < ${cursor}` : sql``}
        order by id desc offset ${most} limit 1`,
    ),
  );
  return edges.flatMap((rows) => rows.map((row) => row.id)).reduce(later, null);
}

/** Ids in their text form sort as the database sorts them. */
const later = (one: string | null, other: string): string => (one !== null && one > other ? one : other);

/** Nobody reads on from "10,000+". */
const mostCounted = 10_000;

async function countOf(
  { sql }: FlowParts,
  { count }: InstanceQuery,
  { sources, horizon }: Looked,
): Promise<Pick<InstancePage, 'count' | 'countIsCapped'>> {
  if (!count || count === 'none') return {};
  if (sources.length === 0) return { count: 0 };
  const isExact = count === 'exact';
  const within = isExact || !horizon ? sql`` : sql`and id >= ${horizon}`;
  const [row] = await sql<{ count: number }[]>`
    select count(*)::int as count from (${sources.map(
      (source, index) => sql`${index > 0 ? sql`union all` : sql``}
      (select 1 from ${source.table} where ${source.where} ${within} ${isExact ? sql`` : sql`limit ${mostCounted + 1}`})`,
    )}) as counted`;
  const found = row?.count ?? 0;
  if (isExact || (found <= mostCounted && !horizon)) return { count: found };
  return { count: Math.min(found, mostCounted), countIsCapped: true };
}

/** Variables are for operators alone, so nobody else asks by their values. */
async function checkMaySee(parts: FlowParts, { actor, subject, variable }: InstanceQuery): Promise<void> {
  if (may(actor, 'flows.operate')) return;
  if (!subject || variable) throw forbidden('flows.operate');
  if (!(await maySee(parts, actor, { subjectEntity: subject.entity, subjectId: subject.id })))
    throw notFound(subject.entity, subject.id);
}

async function itemsOf(parts: FlowParts, actor: Actor, rows: readonly Row[]): Promise<InstanceItem[]> {
  const titles = await subjectTitles(parts, actor, rows);
  const aboutOf = await toldAbout(parts, { actor, rows, titles });
  const texts = flowTexts(parts, actor);
  return Promise.all(
    rows.map(async (row) => {
      const { name, graph } = await parts.definitions.get(row.flow, row.version);
      const { id, flow, version, status, businessKey, startedAt, endedAt, isStuck } = row;
      return {
        id,
        flow,
        flowName: texts.flow(flow, name),
        version,
        state: status,
        subject: subjectOf(row, titles),
        about: aboutOf(row),
        businessKey,
        startedAt,
        endedAt,
        isStuck,
        tokens: row.state ? tokensOf(parts, actor, { flow, graph, state: row.state }) : [],
      };
    }),
  );
}
