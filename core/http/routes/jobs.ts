import { z } from 'zod';
import { countJobs, jobStates, listJobs, mostCounted, putOff, type ListedJob } from '../../job/index.ts';
import type { Locale, Registry } from '../../registry.ts';
import type { Services } from '../../services.ts';
import { reply, route, type Route } from '../route.ts';

type JobServices = Pick<Services, 'sql' | 'clock' | 'registry' | 'flows'>;

const ids = z.array(z.uuid()).min(1).max(1_000);
const mostListed = 10_000;

export const jobRoutes = (services: JobServices): Route[] => [
  route({
    method: 'get',
    path: '/api/jobs',
    summary: 'Work in the background: what failed and why, what is at work, what waits',
    tag: 'jobs',
    permission: 'flows.operate',
    query: z.object({
      state: z.enum(jobStates).default('failed'),
      kind: z.string().max(100).optional(),
      offset: z.coerce.number().int().min(0).max(mostListed).default(0),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    run: async ({ actor, query }) => {
      const rows = await listJobs(services.sql, {
        ...query,
        now: services.clock.now(),
        limit: query.limit + 1,
      });
      const items = rows.slice(0, query.limit);
      return reply(200, {
        items: items.map((job) => viewOf(services.registry, actor.locale, job)),
        next: rows.length > items.length ? query.offset + query.limit : null,
        figures: await figuresOf(services, actor.locale),
      });
    },
  }),
  route({
    method: 'post',
    path: '/api/jobs/retry',
    summary: 'Failed jobs are tried again at once',
    tag: 'jobs',
    permission: 'flows.operate',
    body: z.object({ ids }),
    run: async ({ actor, body }) =>
      reply(200, { changed: await services.flows.retryJobs({ actor, ids: body.ids }) }),
  }),
  route({
    method: 'post',
    path: '/api/jobs/put-off',
    summary: 'Jobs that wait are done later, by so many minutes',
    tag: 'jobs',
    permission: 'flows.operate',
    body: z.object({
      ids,
      minutes: z
        .number()
        .int()
        .min(1)
        .max(60 * 24 * 366),
    }),
    run: async ({ body }) =>
      reply(200, { changed: await putOff(services.sql, { ...body, now: services.clock.now() }) }),
  }),
];

/** What a kind does, for people; a plugin's own kind without a text stays as it is called. */
const nameOf = (registry: Pick<Registry, 'find'>, locale: Locale, kind: string): string =>
  registry.find(locale, `job.${kind}`) ?? kind;

const viewOf = (registry: Pick<Registry, 'find'>, locale: Locale, { target, ...job }: ListedJob) => ({
  ...job,
  name: nameOf(registry, locale, job.kind),
  // The instance of a start is not there yet.
  instance: job.kind === 'flow.start' ? null : target,
});

/** Per state and kind; each state counted up to a bound. */
async function figuresOf({ sql, clock, registry }: JobServices, locale: Locale) {
  const now = clock.now();
  const figures = await Promise.all(
    jobStates.map(async (state) => {
      const kinds = await countJobs(sql, { state, now });
      const count = kinds.reduce((sum, each) => sum + each.count, 0);
      const named = kinds.map((each) => ({ ...each, name: nameOf(registry, locale, each.kind) }));
      return [state, { count, isCapped: count >= mostCounted, kinds: named }] as const;
    }),
  );
  return Object.fromEntries(figures);
}
