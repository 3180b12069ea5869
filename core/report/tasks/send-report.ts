import { z } from 'zod';
import type { Access, Actor } from '../../access/index.ts';
import { servicePurpose } from '../../channel/channel.ts';
import type { Outbox } from '../../channel/outbox/outbox.ts';
import type { Sql } from '../../db/connect.ts';
import { Problem } from '../../errors.ts';
import { defineTask, failure, ok, type TaskType } from '../../task.ts';
import type { Registry } from '../../registry.ts';
import { entitiesOf } from '../definition.ts';
import { readableReport } from '../export/readable.ts';
import { reportCsv } from '../export/report-csv.ts';
import { mailHtml, mailText } from '../mail/mail-page.ts';
import { runReport, type ReportParts } from '../run/run-report.ts';
import { readReport, reportGone, reportIds } from '../store/list-reports.ts';

export interface SendParts extends ReportParts {
  sql: Sql;
  registry: Registry;
  access: Access;
  outbox: Pick<Outbox, 'queue'>;
  actorFor(userId: string): Promise<Actor>;
  /** Where people find the report. */
  url: string;
}

/**
 * Mails a report to everybody who has a role, each with the figures of what they themselves may see; who does not find
 * the report gets none. A role or a report that is gone fails: nobody would notice that nothing comes. With the file where they may export.
 */
export const sendReport = (parts: () => SendParts): TaskType =>
  defineTask({
    id: 'core.send-report',
    kind: 'external',
    input: z.object({
      report: z.string().min(1).max(120).meta({ choose: 'report' }),
      role: z.string().min(1).max(120).meta({ choose: 'role' }),
    }),
    output: z.object({ sent: z.number() }),
    example: { sent: 3 },
    face: { icon: 'mail', group: 'reach' },
    run: (calls) =>
      Promise.all(
        calls.map(async ({ input, idempotencyKey }) => {
          try {
            return ok({ sent: await send(parts(), input, idempotencyKey) });
          } catch (error) {
            if (!(error instanceof Problem)) throw error;
            return failure(error.code, error.code, error.params);
          }
        }),
      ),
  });

interface Reader {
  id: string;
  email: string;
}

async function send(
  parts: SendParts,
  { report, role }: { report: string; role: string },
  key: string,
): Promise<number> {
  if (!parts.registry.roles.some(({ id }) => id === role))
    throw new Problem({ status: 422, code: 'role-unknown', params: { role } });
  if (!(await reportIds(parts)).has(report)) throw reportGone();
  const readers = await parts.sql<Reader[]>`
    select id, email from core."user" where is_active and email is not null
      and id in (select user_id from core.user_role where role_id = ${role}) order by id limit 500`;
  let sent = 0;
  for (const reader of readers) {
    const message = await messageFor(parts, reader, report);
    if (!message) continue;
    await parts.outbox.queue([{ ...message, key: `${key}:${reader.id}`, to: reader.email }]);
    sent += 1;
  }
  return sent;
}

async function messageFor(parts: SendParts, reader: Reader, id: string) {
  const actor = await parts.actorFor(reader.id);
  const report = await readReport(parts, actor, id).catch((error: unknown) => {
    if (error instanceof Problem && error.status === 404) return undefined;
    throw error;
  });
  if (!report) return undefined;
  const { definition, name, description } = report;
  const result = await runReport(parts, { actor, definition });
  const { registry, models } = parts;
  const given = { definition, result, registry, models, locale: actor.locale };
  const link = `${parts.url.replace(/\/$/, '')}/reports/${encodeURIComponent(id)}`;
  const mayExport = entitiesOf(definition).every((entity) => parts.access.mayEver(actor, entity, 'export'));
  const page = { name, link, sections: [{ name, description, report: readableReport(given) }] };
  const csv = Buffer.from(reportCsv(given)).toString('base64');
  return {
    ...{ channel: 'email', purpose: servicePurpose, language: actor.locale, timeZone: actor.timeZone },
    // A name may be of several lines to whom it was pasted.
    subject: name.replaceAll(/\s+/g, ' '),
    text: mailText(page),
    html: mailHtml(page),
    ...(mayExport && { attachments: [{ name: 'report.csv', type: 'text/csv', content: csv }] }),
  };
}
