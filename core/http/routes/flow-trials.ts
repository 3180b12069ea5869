/** Flows tried on records: nothing of it stays. */
import { z } from 'zod';
import type { Services } from '../../services.ts';
import { Problem } from '../../errors.ts';
import { addDuration } from '../../flow/step/timer/add-duration.ts';
import { parseDuration } from '../../flow/step/timer/parse-duration.ts';
import { trialLimits } from '../../flow/simulate/limits.ts';
import { reply, route, type Route } from '../route.ts';
import { diagram, text, variables } from './flow-shapes.ts';

const key = z.object({ key: z.string().min(1).max(200) });

const answer = z.strictObject({ output: z.json().optional(), error: text.max(200).optional() });

const trial = z.strictObject({
  /** A file that is not deployed; else a version, else the latest. */
  xml: diagram.optional(),
  version: z.number().int().positive().optional(),
  records: z.array(z.uuid()).min(1).max(trialLimits.records).optional(),
  filter: z.record(z.string(), z.unknown()).optional(),
  search: text.max(200).optional(),
  /** A duration before now such as `P1M`, or an instant: the records whose changes since then start the flow. */
  since: text.max(60).optional(),
  variables: variables.default({}),
  /** By element: what it brings, or the error it fails with. */
  answers: z.record(text.max(500), answer).default({}),
  limit: z.number().int().min(1).max(trialLimits.records).default(20),
  /** Beside the version that runs now. */
  isCompared: z.boolean().default(true),
});

type TrialServices = Pick<Services, 'flows' | 'clock'>;

export const flowTrialRoutes = (services: TrialServices): Route[] => [
  ...tryRoutes(services),
  ...testRoutes(services),
];

const tryRoutes = ({ flows, clock }: TrialServices): Route[] => [
  route({
    method: 'post',
    path: '/api/flows/{key}/simulate',
    summary: 'Runs a flow on given records in transactions that are rolled back, and tells what would happen',
    tag: 'flows',
    permission: 'flows.deploy',
    params: key,
    body: trial,
    run: async ({ actor, params, body: { since, ...body } }) =>
      reply(
        200,
        await flows.simulate({
          actor,
          flow: params.key,
          ...body,
          ...(since !== undefined && { since: instantOf(since, clock.now()) }),
        }),
      ),
  }),
];

const kept = trial
  .pick({ xml: true, version: true, variables: true, answers: true })
  .extend({ name: text.trim().min(1).max(200), record: z.uuid().optional() });

const testRoutes = ({ flows }: TrialServices): Route[] => [
  route({
    method: 'get',
    path: '/api/flows/{key}/tests',
    summary: 'Tests of a flow: trials that were kept',
    tag: 'flows',
    permission: 'flows.deploy',
    params: key,
    run: async ({ params }) => reply(200, await flows.tests(params.key)),
  }),
  route({
    method: 'post',
    path: '/api/flows/{key}/tests',
    summary: 'Tries one record anew and keeps it as a test, with its values and how it went',
    tag: 'flows',
    permission: 'flows.deploy',
    params: key,
    body: kept,
    run: async ({ actor, params, body: { record, ...body } }) => {
      const records = record === undefined ? {} : { records: [record] };
      const input = { actor, flow: params.key, ...body, ...records, isCompared: false, limit: 1 };
      return reply(201, await flows.keepTest(input));
    },
  }),
  route({
    method: 'post',
    path: '/api/flows/{key}/tests/run',
    summary: 'Runs the tests of a flow against a file, or against the version that runs',
    tag: 'flows',
    permission: 'flows.deploy',
    params: key,
    body: trial.pick({ xml: true }),
    run: async ({ actor, params, body }) =>
      reply(200, await flows.runTests({ actor, flow: params.key, ...body })),
  }),
  route({
    method: 'delete',
    path: '/api/flows/{key}/tests/{id}',
    summary: 'Takes a test of a flow away',
    tag: 'flows',
    permission: 'flows.deploy',
    params: key.extend({ id: z.uuid() }),
    run: async ({ actor, params }) => {
      await flows.dropTest({ actor, flow: params.key, id: params.id });
      return reply(204);
    },
  }),
];

function instantOf(since: string, now: number): number {
  const duration = parseDuration(since);
  const instant = duration
    ? addDuration(now, { months: -duration.months, days: -duration.days, ms: -duration.ms }, 'UTC')
    : Date.parse(since);
  if (Number.isFinite(instant)) return instant;
  throw new Problem({ status: 422, code: 'trial-since', params: { since } });
}
