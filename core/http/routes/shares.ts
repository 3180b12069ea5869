import { z } from 'zod';
import { notFound } from '../../errors.ts';
import { endShare, holderNames, shareRecord, sharesOfRecord, type ShareParts } from '../../people/index.ts';
import { roleLabel } from '../../screen/labels.ts';
import type { Services } from '../../services.ts';
import { reply, route, type Route } from '../route.ts';

const tag = 'records';
const permission = 'signed-in';
const place = z.object({ entity: z.string().max(80), id: z.uuid() });
const share = z.strictObject({
  holder: z.string().regex(/^(user|team|role):.{1,120}$/, 'share-holder-unknown'),
  level: z.enum(['read', 'edit']),
  until: z.iso.datetime({ offset: true }).nullable().default(null),
});

type ShareServices = Pick<
  Services,
  'sql' | 'registry' | 'access' | 'models' | 'clock' | 'records' | 'identity' | 'events' | 'configuration'
>;

export function shareRoutes(services: ShareServices): Route[] {
  const { sql, registry, records, identity, events, configuration } = services;
  const parts: ShareParts = { ...services, shapes: (entity) => services.models.shapes(entity) };
  const settled = async (): Promise<void> => {
    await configuration.refresh();
    identity.forget();
    // Whoever has the record's list open sees it come or go.
    events.wake();
  };
  return [
    route({
      method: 'get',
      path: '/api/records/{entity}/{id}/shares',
      summary: 'With whom a record is shared, besides those whose roles show it',
      tag,
      permission,
      params: place,
      run: async ({ actor, params }) => {
        const { id } = registry.entity(params.entity);
        const [seen] = await records.readMany({ actor, entity: id, ids: [params.id], fields: ['id'] });
        if (!seen) throw notFound(id, params.id);
        const items = await sharesOfRecord(sql, params);
        const names = await holderNames(
          sql,
          items.flatMap(({ holder, createdBy }) => [holder, `user:${createdBy}`]),
          (role) => roleLabel(registry, actor.locale, role),
        );
        return reply(200, {
          items: items.map((item) => ({
            ...item,
            name: names.get(item.holder) ?? item.holder,
            createdBy: { id: item.createdBy, title: names.get(`user:${item.createdBy}`) ?? item.createdBy },
          })),
          next: null,
        });
      },
    }),
    route({
      method: 'post',
      path: '/api/records/{entity}/{id}/shares',
      summary: 'Share a record with a person, a team or a role, for reading or changing, perhaps until a day',
      tag,
      permission,
      params: place,
      body: share,
      run: async ({ actor, params, body, requestId }) => {
        registry.entity(params.entity);
        const made = await shareRecord(parts, { ...params, ...body, actor, requestId });
        await settled();
        return reply(201, { id: made });
      },
    }),
    route({
      method: 'delete',
      path: '/api/records/{entity}/{id}/shares/{share}',
      summary: 'End a sharing',
      tag,
      permission,
      params: place.extend({ share: z.uuid() }),
      run: async ({ actor, params, requestId }) => {
        await endShare(parts, { ...params, actor, requestId });
        await settled();
        return reply(204);
      },
    }),
  ];
}
