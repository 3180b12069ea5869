import { z } from 'zod';
import { readAudit } from '../../configuration/index.ts';
import { listReports } from '../../report/index.ts';
import type { Services } from '../../services.ts';
import { reportsNamed } from '../reports-named.ts';
import { reply, route, type Route } from '../route.ts';

const query = z.object({
  kind: z.string().max(80).optional(),
  id: z.string().max(200).optional(),
  actor: z.string().max(200).optional(),
  search: z.string().max(200).optional(),
  from: z.iso.datetime({ offset: true }).optional(),
  before: z.iso.datetime({ offset: true }).optional(),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

export const auditRoutes = ({
  configuration,
  flows,
  ...parts
}: Pick<Services, 'sql' | 'registry' | 'access' | 'configuration' | 'flows'>): Route[] => [
  route({
    method: 'get',
    path: '/api/audit',
    summary: 'Who changed which definition when, and what became different',
    tag: 'configuration',
    permission: 'audit.read',
    query,
    run: async ({ query: asked, actor }) => {
      const kinds = [...new Set([...configuration.parts().map(({ kind }) => kind), 'person', 'team'])];
      const [audit, names, reports] = await Promise.all([
        readAudit(parts.sql, asked),
        flows.names({ actor }),
        listReports(parts, actor),
      ]);
      const reportNames = new Map(reports.map(({ id, name }) => [id, name]));
      const items = audit.items.map((item) => {
        const [drawn, said] = (item.kind === 'flow' && names[item.definition]) || [];
        return {
          ...item,
          title: item.title === drawn ? said : item.title,
          differences: reportsNamed(item.differences, reportNames),
        };
      });
      return reply(200, { ...audit, items, kinds });
    },
  }),
];
