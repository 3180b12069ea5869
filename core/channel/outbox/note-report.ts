/** A report that came back about a message of ours: noted with it, whichever way it came. */
import { readReportApart } from '../inbound/read-apart.ts';
import type { Report } from '../read-report.ts';
import { happened, type HappenedParts } from './happened.ts';

export type NotedReport = Report & {
  /** The message that it is about; null where it is none of ours. */
  message: string | null;
  /** Whether it said anything new. */
  isNoted: boolean;
};

/** Null where it is no report. */
export async function noteReport(parts: HappenedParts, raw: Uint8Array): Promise<NotedReport | null> {
  const report = await readReportApart(raw);
  if (!report) return null;
  const [row] = await parts.sql<{ id: string }[]>`
    select id from core.outbox where message_id = ${report.messageId} limit 1`;
  if (!row || report.kind === 'delayed') return { ...report, message: row?.id ?? null, isNoted: false };
  const { kind, status, isHard } = report;
  const isNoted = await happened(parts, { id: row.id, what: kind, values: { status, isHard } });
  return { ...report, message: row.id, isNoted };
}
