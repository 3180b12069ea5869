import { z } from 'zod';
import { may, type Actor } from '../../access/index.ts';
import { importPlace } from '../../entity/import/index.ts';
import { flowPlaces } from '../../flow/index.ts';
import {
  countJobs,
  jobStates,
  listJobs,
  membersOf,
  mostCounted,
  placesOf,
  putOff,
  type ListedJob,
} from '../../job/index.ts';
import { handOverPlace } from '../../people/index.ts';
import type { Locale, Registry } from '../../registry.ts';
import { segmentPlace } from '../../segment/index.ts';
import type { Services } from '../../services.ts';
import { reply, route, type Route } from '../route.ts';

type JobServices = Pick<Services, 'sql' | 'clock' | 'registry' | 'flows'>;

const ids = z.array(z.uuid()).min(1).max(1_000);
const mostListed = 10_000;
const places = [...flowPlaces, importPlace, segmentPlace, handOverPlace];
const members = membersOf(places);

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
      /** Counting costs as much as there is to count: whoever asks again and again leaves it out. */
      figures: z.stringbool().default(true),
    }),
    run: async ({ actor, query }) => {
      const rows = await listJobs(services.sql, {
        ...query,
        members,
        now: services.clock.now(),
        limit: query.limit + 1,
      });
      return reply(200, {
        items: await viewsOf(services, actor, rows.slice(0, query.limit)),
        next: rows.length > query.limit ? query.offset + query.limit : null,
        ...(query.figures && { figures: await figuresOf(services, actor.locale) }),
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

async function viewsOf({ sql, registry }: JobServices, actor: Actor, jobs: readonly ListedJob[]) {
  const found = await placesOf(sql, places, { jobs, may: (permission) => may(actor, permission) });
  return jobs.map(({ target, about: _about, ...job }) => ({
    ...job,
    name: nameOf(registry, actor.locale, job.kind),
    /** Where what it is about is found, in the app. */
    place: found.get(job.id) ?? (target === null || job.kind in members ? null : `/instances/${target}`),
  }));
}

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
