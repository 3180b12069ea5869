import type { Actor } from '../../access/index.ts';
import { definitionChanged } from '../../configuration/index.ts';
import type { Tx } from '../../db/connect.ts';
import type { SavedReport } from '../definition.ts';

type Content = Pick<SavedReport, 'name' | 'description' | 'sharing' | 'roles' | 'definition'>;

interface ReportChanged {
  id: string;
  before: Content | null;
  after: Content | null;
  actor: Actor;
  at: number;
}

/** The fact for the audit, of what others see: a report of one person alone is nobody else's business. */
export async function sharedReportChanged(
  tx: Tx,
  { id, actor, at, ...change }: ReportChanged,
): Promise<void> {
  const [before, after] = [sharedContent(change.before), sharedContent(change.after)];
  const shown = after ?? before;
  if (!shown || JSON.stringify(before) === JSON.stringify(after)) return;
  const by = actor.userId ?? actor.id;
  await definitionChanged(tx, { kind: 'report', id, title: shown.name, before, after, actor: by, at });
}

const sharedContent = (report: Content | null): Content | null => {
  if (!report || report.sharing === 'private') return null;
  const { name, description, sharing, roles, definition } = report;
  return { name, description, sharing, roles, definition };
};
