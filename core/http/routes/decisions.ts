import { z } from 'zod';
import type { Decisions } from '../../decision/index.ts';
import type { Registry } from '../../registry.ts';
import { reply, route, type Route } from '../route.ts';
import { variables } from './flow-shapes.ts';

const key = z.object({ key: z.string().min(1).max(200) });
const version = z.union([z.literal('latest'), z.coerce.number().int().positive()]);
const xml = z.string().min(1).max(1_000_000);
const mostRows = 200;

interface DecisionServices {
  decisions: Decisions;
  registry: Pick<Registry, 'text'>;
}

export const decisionRoutes = ({ decisions, registry }: DecisionServices): Route[] => [
  route({
    method: 'get',
    path: '/api/decisions',
    summary: 'All decisions in their latest version, with what they ask for and give',
    tag: 'decisions',
    permission: 'signed-in',
    run: async () => reply(200, await decisions.list()),
  }),
  route({
    method: 'post',
    path: '/api/decisions',
    summary: 'Deploys every decision of a DMN file',
    tag: 'decisions',
    permission: 'flows.deploy',
    body: z.object({ xml }),
    run: async ({ actor, body }) => reply(201, await decisions.deploy({ actor, xml: body.xml })),
  }),
  route({
    method: 'post',
    path: '/api/decisions/try',
    summary: 'What is wrong with a DMN file that is not deployed, and what it decides for sample rows',
    tag: 'decisions',
    permission: 'flows.deploy',
    body: z.object({
      xml,
      key: z.string().max(200).optional(),
      rows: z.array(variables).max(mostRows).default([]),
    }),
    run: async ({ actor, body }) => {
      const { rows, ...tried } = await decisions.try({ actor, ...body });
      const told = rows.map((row) =>
        row.ok ? row : { ...row, message: registry.text(actor.locale, `problem.${row.code}`, row.params) },
      );
      return reply(200, { ...tried, rows: told });
    },
  }),
  route({
    method: 'get',
    path: '/api/decisions/{key}/versions',
    summary: 'Versions of a decision, newest first',
    tag: 'decisions',
    permission: 'signed-in',
    params: key,
    run: async ({ params }) => reply(200, await decisions.versions(params.key)),
  }),
  route({
    method: 'get',
    path: '/api/decisions/{key}/versions/{version}',
    summary: 'One version with its XML; `latest` is one too',
    tag: 'decisions',
    permission: 'signed-in',
    params: key.extend({ version }),
    run: async ({ params }) => reply(200, await decisions.version(params.key, params.version)),
  }),
  route({
    method: 'delete',
    path: '/api/decisions/{key}',
    summary: 'Takes a decision away that no flow asks',
    tag: 'decisions',
    permission: 'flows.deploy',
    params: key,
    run: async ({ actor, params }) => {
      await decisions.withdraw({ actor, key: params.key });
      return reply(204);
    },
  }),
  route({
    method: 'post',
    path: '/api/decisions/{key}/evaluate',
    summary: 'Decides, and tells which rules hit',
    tag: 'decisions',
    permission: 'flows.operate',
    params: key,
    body: z.object({ variables: variables.default({}), version: version.default('latest') }),
    run: async ({ actor, params, body }) =>
      reply(200, await decisions.evaluate({ key: params.key, timeZone: actor.timeZone, ...body })),
  }),
];
