import { z } from 'zod';
import {
  notFound,
  Problem,
  readOne,
  reply,
  route,
  written,
  type PluginServices,
  type Route,
} from '../../../core/index.ts';
import { readTallies } from '../models/experiment/read-tallies.ts';
import { reportOn } from '../models/experiment/report.ts';
import { variantsOf } from '../models/experiment/variants.ts';

const base = '/api/plugins/campaigns/experiments/{id}';
const tag = 'experiments';
const params = z.object({ id: z.uuid() });

export const experimentRoutes = (services: PluginServices): Route[] => [
  route({
    method: 'get',
    path: base,
    summary: 'What came of an experiment so far, and what may be concluded from it now',
    tag,
    permission: 'signed-in',
    params,
    run: async ({ actor, params: { id } }) => {
      const experiment = await readOne(services.records(actor), 'experiment', id);
      return reply(
        200,
        reportOn({
          experiment,
          tallies: await services.transaction((tx) => readTallies(tx, id)),
          now: services.now(),
          locale: actor.locale,
          say: (key, given) => services.text(actor.locale, `campaigns.experiment.${key}`, given),
        }),
      );
    },
  }),
  route({
    method: 'post',
    path: `${base}/start`,
    summary: 'From now on members are given a variant',
    tag,
    permission: 'signed-in',
    params,
    run: async ({ actor, params: { id } }) => {
      const { state, variants } = await readOne(services.records(actor), 'experiment', id);
      if (state !== 'draft') throw new Problem({ status: 409, code: 'experiment-not-draft' });
      const values = { state: 'running', startedAt: nowOf(services), variants: variantsOf(variants) };
      return reply(200, written(await services.records(actor).update('experiment', [{ id, values }])));
    },
  }),
  route({
    method: 'post',
    path: `${base}/end`,
    summary: 'No more members are counted; from now on all get one variant',
    tag,
    permission: 'signed-in',
    params,
    body: z.strictObject({ winner: z.string().max(40) }),
    run: async ({ actor, params: { id }, body: { winner } }) => {
      const experiment = await readOne(services.records(actor), 'experiment', id);
      if (experiment['state'] !== 'running')
        throw new Problem({ status: 409, code: 'experiment-not-running' });
      if (!variantsOf(experiment['variants']).some(({ key }) => key === winner))
        throw notFound('variant', winner);
      const values = { state: 'ended', endedAt: nowOf(services), winner };
      return reply(200, written(await services.records(actor).update('experiment', [{ id, values }])));
    },
  }),
];

const nowOf = (services: PluginServices): string => new Date(services.now()).toISOString();
