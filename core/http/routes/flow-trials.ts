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

export const flowTrialRoutes = ({ flows, clock }: Pick<Services, 'flows' | 'clock'>): Route[] => [
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

function instantOf(since: string, now: number): number {
  const duration = parseDuration(since);
  const instant = duration
    ? addDuration(now, { months: -duration.months, days: -duration.days, ms: -duration.ms }, 'UTC')
    : Date.parse(since);
  if (Number.isFinite(instant)) return instant;
  throw new Problem({ status: 422, code: 'trial-since', params: { since } });
}
