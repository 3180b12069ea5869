import { z } from 'zod';
import { Problem } from '../../errors.ts';
import {
  changeReport,
  createReport,
  deleteReport,
  entitiesOf,
  listReports,
  readReport,
  reportCsv,
  reportRecords,
  runReport,
  type ReportParts,
} from '../../report/index.ts';
import type { Services } from '../../services.ts';
import { recordBody } from '../record-shapes.ts';
import { refuseNamedReport } from './refuse-named.ts';
import { reportBody, reportCell, reportChange, reportDefinition } from '../report-shapes.ts';
import { reply, route, type Route } from '../route.ts';

const tag = 'reports';
const permission = 'signed-in';
const params = z.object({ id: z.string().max(120) });
const question = z.strictObject({
  definition: reportDefinition,
  filter: recordBody.optional(),
  /** The same of what stands beside, by entity. */
  besideFilters: z.record(z.string().max(80), recordBody).optional(),
});

type ReportServices = Pick<
  Services,
  'sql' | 'registry' | 'access' | 'records' | 'models' | 'clock' | 'identity' | 'configuration'
>;

export const reportRoutes = (services: ReportServices): Route[] => [
  ...askingRoutes(services),
  ...keepingRoutes(services),
];

function askingRoutes(services: ReportServices): Route[] {
  const { registry, access, models, identity } = services;
  const parts: ReportParts = { ...services, company: identity.company };
  return [
    route({
      method: 'post',
      path: '/api/reports/run',
      summary: 'The figures of a report, of the records that the reader may see',
      tag,
      permission,
      body: question,
      run: async ({ actor, body }) => reply(200, await runReport(parts, { actor, ...body })),
    }),
    route({
      method: 'post',
      path: '/api/reports/records',
      summary: 'The records behind a cell of a report',
      tag,
      permission,
      body: question.extend({ cell: reportCell, cursor: z.string().max(4_000).optional() }),
      run: async ({ actor, body }) => reply(200, await reportRecords(parts, { actor, ...body })),
    }),
    route({
      method: 'post',
      path: '/api/reports/export',
      summary: 'The figures of a report as CSV, for those who may export its records',
      tag,
      permission,
      body: question,
      run: async ({ actor, body }) => {
        const { definition } = body;
        const refused = entitiesOf(definition).find(
          (entity) => !access.mayEver(actor, registry.entity(entity).id, 'export'),
        );
        if (refused)
          throw new Problem({ status: 403, code: 'export-forbidden', params: { entity: refused } });
        const result = await runReport(parts, { actor, ...body });
        const csv = reportCsv({ definition, result, registry, models, locale: actor.locale });
        return new Response(csv, {
          headers: { 'content-type': 'text/csv; charset=utf-8', 'cache-control': 'no-store' },
        });
      },
    }),
  ];
}

const keepingRoutes = (services: ReportServices): Route[] => [
  route({
    method: 'get',
    path: '/api/reports',
    summary: 'Reports: plugins’, one’s own, and those shared with everybody or a role of one’s own',
    tag,
    permission,
    run: async ({ actor }) => reply(200, { items: await listReports(services, actor), next: null }),
  }),
  route({
    method: 'post',
    path: '/api/reports',
    summary: 'Save a report; to share it needs views.share',
    tag,
    permission,
    body: reportBody,
    run: async ({ actor, body }) => reply(201, await createReport(services, body, actor)),
  }),
  route({
    method: 'get',
    path: '/api/reports/{id}',
    summary: 'A report',
    tag,
    permission,
    params,
    run: async ({ actor, params: { id } }) => reply(200, await readReport(services, actor, id)),
  }),
  route({
    method: 'patch',
    path: '/api/reports/{id}',
    summary: 'Change a report of one’s own; those who manage screens change shared ones too',
    tag,
    permission,
    params,
    body: reportChange,
    run: async ({ actor, params: { id }, body }) =>
      reply(200, await changeReport(services, { id, change: body }, actor)),
  }),
  route({
    method: 'delete',
    path: '/api/reports/{id}',
    summary: 'Remove a report that no dashboard and no flow shows',
    tag,
    permission,
    params,
    run: async ({ actor, params: { id } }) => {
      await readReport(services, actor, id);
      await refuseNamedReport(services, id, actor.locale);
      await deleteReport(services, actor, id);
      return reply(204);
    },
  }),
];
