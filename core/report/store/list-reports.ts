import { may, type Access, type Actor } from '../../access/index.ts';
import type { Sql } from '../../db/connect.ts';
import { notFound, Problem } from '../../errors.ts';
import type { Registry } from '../../registry.ts';
import type { ScreenText } from '../../screen/definition.ts';
import { textIn } from '../../screen/localised.ts';
import { entitiesOf, type ReportDefinition, type SavedReport } from '../definition.ts';

export interface ReportListParts {
  sql: Sql;
  registry: Pick<Registry, 'plugins' | 'find' | 'hasEntity'>;
  access: Pick<Access, 'mayEver'>;
}

/**
 * Plugins' reports first, then people's by name: one's own, and those shared with everybody or a role of one's own. One of
 * an entity that is gone stays with who may change it: so that it is seen that it is broken, and taken away.
 */
export async function listReports(parts: ReportListParts, actor: Actor): Promise<SavedReport[]> {
  const all = [...declared(parts, actor), ...(await stored(parts.sql, actor))];
  return all.filter(({ definition, canChange }) =>
    entitiesOf(definition).every((entity) =>
      parts.registry.hasEntity(entity) ? parts.access.mayEver(actor, entity, 'read') : canChange,
    ),
  );
}

/** Throws problem `not-found` for one that is not there or not shared. */
export async function readReport(parts: ReportListParts, actor: Actor, id: string): Promise<SavedReport> {
  const found = (await listReports(parts, actor)).find((report) => report.id === id);
  if (!found) throw notFound('report', id);
  return found;
}

/**
 * For flows: a plugin's, or one that is shared with somebody. What it answers is up to who asks it. Throws problem
 * `report-gone` (404) for any other.
 */
export async function findReport(
  { sql, registry }: Pick<ReportListParts, 'sql' | 'registry'>,
  id: string,
): Promise<Pick<SavedReport, 'definition'>> {
  const own = registry.plugins.flatMap(({ reports }) => reports).find((report) => report.id === id);
  if (own) return own;
  const [row] = await sql<Pick<SavedReport, 'definition'>[]>`
    select definition from core.report where id::text = ${id} and sharing <> 'private'`;
  if (!row) throw reportGone();
  return row;
}

/** All that are there, whosever they are: what is gone is not what somebody may not see. */
export async function reportIds({
  sql,
  registry,
}: Pick<ReportListParts, 'sql' | 'registry'>): Promise<Set<string>> {
  const rows = await sql<{ id: string }[]>`select id from core.report`;
  const declared = registry.plugins.flatMap(({ reports }) => reports);
  return new Set([...declared, ...rows].map(({ id }) => id));
}

/** Of a report that is gone only an id is known, which tells nobody anything. */
export const reportGone = (): Problem => new Problem({ status: 404, code: 'report-gone' });

const declared = ({ registry }: ReportListParts, { locale }: Actor): SavedReport[] =>
  registry.plugins.flatMap(({ reports }) =>
    reports.map(({ id, definition }): SavedReport => {
      const [plugin, ...rest] = id.split('.');
      const key = `${plugin}.report.${rest.join('.')}`;
      return {
        ...{
          id,
          entity: definition.entity,
          definition: localised(definition, (text) => textIn(registry, locale, text)),
          owner: null,
          roles: [],
          version: 1,
          canChange: false,
        },
        name: registry.find(locale, key) ?? id,
        description: registry.find(locale, `${key}.help`) ?? '',
        sharing: 'everybody',
      };
    }),
  );

const localised = (definition: ReportDefinition, words: (text: ScreenText) => string): ReportDefinition => ({
  ...definition,
  measures: definition.measures.map((measure) => ({
    ...measure,
    ...(measure.title !== undefined && { title: words(measure.title) }),
  })),
});

async function stored(sql: Sql, actor: Actor): Promise<SavedReport[]> {
  const rows = await sql<Omit<SavedReport, 'canChange'>[]>`
    select r.id, r.entity, r.name, r.description, json_build_object('id', u.id, 'title', u.name) as owner, r.sharing,
      r.roles, r.definition, r.version
    from core.report r join core."user" u on u.id = r.owner_id
    where r.owner_id = ${actor.userId}::uuid or r.sharing = 'everybody'
      or (r.sharing = 'roles' and r.roles && ${[...actor.roles]}::text[])
      or (r.sharing <> 'private' and ${may(actor, 'screens.manage')})
    order by lower(r.name), r.id limit 1000`;
  return rows.map((row) => ({ ...row, canChange: mayChange(row, actor) }));
}

/** One's own, and shared ones for those who manage screens. */
const mayChange = ({ owner, sharing }: Pick<SavedReport, 'owner' | 'sharing'>, actor: Actor): boolean =>
  owner?.id === actor.userId || (sharing !== 'private' && may(actor, 'screens.manage'));
