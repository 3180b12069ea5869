import { may, type Actor } from '../../access/index.ts';
import { newId } from '../../db/new-id.ts';
import { forbidden, Problem } from '../../errors.ts';
import type { SavedReport } from '../definition.ts';
import { readReport, type ReportListParts } from './list-reports.ts';
import { sharedReportChanged } from './shared-report-changed.ts';

export interface ReportParts extends ReportListParts {
  clock: { now(): number };
}

export type ReportInput = Pick<SavedReport, 'name' | 'description' | 'sharing' | 'roles' | 'definition'>;
export type ReportChange = Partial<ReportInput> & { version: number };

export async function createReport(
  parts: ReportParts,
  input: ReportInput,
  actor: Actor,
): Promise<SavedReport> {
  if (!actor.userId) throw new Problem({ status: 409, code: 'not-a-person' });
  checkSharing(input.sharing, actor);
  const id = newId();
  await parts.sql.begin(async (tx) => {
    await tx`
      insert into core.report (id, entity, name, description, owner_id, sharing, roles, definition)
      values (${id}, ${input.definition.entity}, ${input.name}, ${input.description}, ${actor.userId}, ${input.sharing},
        ${input.roles}, ${JSON.stringify(input.definition)}::text::json)`;
    await sharedReportChanged(tx, { id, before: null, after: input, actor, at: parts.clock.now() });
  });
  return readReport(parts, actor, id);
}

/** Throws `report-changed` (409) when another was faster. */
export async function changeReport(
  parts: ReportParts,
  { id, change }: { id: string; change: ReportChange },
  actor: Actor,
): Promise<SavedReport> {
  const report = await changeable(parts, actor, id);
  const next = { ...report, ...change };
  if (change.sharing && change.sharing !== report.sharing) checkSharing(change.sharing, actor);
  await parts.sql.begin(async (tx) => {
    const { count } = await tx`
      update core.report set name = ${next.name}, description = ${next.description}, sharing = ${next.sharing},
        roles = ${next.roles}, entity = ${next.definition.entity},
        definition = ${JSON.stringify(next.definition)}::text::json, version = version + 1, updated_at = now()
      where id = ${id} and version = ${change.version}`;
    if (count === 0) throw new Problem({ status: 409, code: 'report-changed' });
    await sharedReportChanged(tx, { id, before: report, after: next, actor, at: parts.clock.now() });
  });
  return readReport(parts, actor, id);
}

export async function deleteReport(parts: ReportParts, actor: Actor, id: string): Promise<void> {
  const before = await changeable(parts, actor, id);
  await parts.sql.begin(async (tx) => {
    await tx`delete from core.report where id = ${id}`;
    await sharedReportChanged(tx, { id, before, after: null, actor, at: parts.clock.now() });
  });
}

async function changeable(parts: ReportListParts, actor: Actor, id: string): Promise<SavedReport> {
  const report = await readReport(parts, actor, id);
  if (!report.canChange)
    throw new Problem({ status: 403, code: 'report-not-yours', params: { name: report.name } });
  return report;
}

/** What others then find among their reports is for those to decide who may. */
function checkSharing(sharing: SavedReport['sharing'], actor: Actor): void {
  if (sharing !== 'private' && !may(actor, 'views.share')) throw forbidden('views.share');
}
