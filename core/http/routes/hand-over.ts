import { z } from 'zod';
import { entityLabel } from '../../screen/labels.ts';
import { deactivate, lastHandOver, planHandOver, readHandOver, undoHandOver } from '../../people/index.ts';
import type { Services } from '../../services.ts';
import { flowsWorkedByPerson } from '../../flow/uses/naming-flows.ts';
import { reply, route, type Route } from '../route.ts';

const tag = 'people';
const permission = 'users.manage';
const id = z.object({ id: z.uuid() });

type HandOverServices = Pick<
  Services,
  'sql' | 'registry' | 'clock' | 'auth' | 'identity' | 'models' | 'records' | 'flows' | 'configuration'
> & { wake: () => void };

export function handOverRoutes(services: HandOverServices): Route[] {
  const { sql, registry, auth, identity, models, configuration } = services;
  const parts = {
    ...services,
    shapes: (entity: string) => models.shapes(entity),
    workItems: services.flows.held,
    hashPassword: auth.hashPassword,
  };
  const settled = async (): Promise<void> => {
    await configuration.refresh();
    identity.forget();
  };
  return [
    route({
      method: 'get',
      path: '/api/users/{id}/holdings',
      summary:
        'What somebody holds: records by entity, open work, teams; flows that name them, and the last hand-over',
      tag,
      permission,
      params: id,
      run: async ({ actor, params }) => {
        const { entities, ...rest } = await planHandOver(parts, params.id);
        return reply(200, {
          ...rest,
          entities: entities.map(({ entity, count }) => ({
            entity,
            count,
            label: entityLabel(registry, actor.locale, registry.entity(entity)).many,
          })),
          flows: await flowsWorkedByPerson(sql, params.id),
          last: await lastHandOver(sql, params.id),
        });
      },
    }),
    route({
      method: 'post',
      path: '/api/users/{id}/deactivate',
      summary: 'Sign somebody out for good, and hand over what they hold; what is not named stays theirs',
      tag,
      permission,
      params: id,
      body: z.strictObject({
        plan: z.strictObject({
          entities: z.record(z.string().max(80), z.uuid()).default({}),
          workItems: z.uuid().optional(),
          teams: z.uuid().optional(),
        }),
      }),
      run: async ({ actor, params, body, requestId }) => {
        const handOver = await deactivate(parts, { actor, requestId, id: params.id, plan: body.plan });
        await settled();
        services.wake();
        return reply(202, { handOver });
      },
    }),
    route({
      method: 'get',
      path: '/api/hand-overs/{id}',
      summary: 'How far a hand-over is',
      tag,
      permission,
      params: id,
      run: async ({ params }) => reply(200, await readHandOver(sql, params.id)),
    }),
    route({
      method: 'post',
      path: '/api/hand-overs/{id}/undo',
      summary: 'Take a hand-over back: the person is active again and gets what nobody changed since',
      tag,
      permission,
      params: id,
      run: async ({ actor, params, requestId }) => {
        const undone = await undoHandOver(parts, { actor, requestId, id: params.id });
        await settled();
        return reply(200, undone);
      },
    }),
  ];
}
