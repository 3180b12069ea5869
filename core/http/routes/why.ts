import { z } from 'zod';
import { may } from '../../access/index.ts';
import { forbidden } from '../../errors.ts';
import { tellWhy } from '../../people/index.ts';
import { roleLabel } from '../../screen/labels.ts';
import type { Services } from '../../services.ts';
import { reply, route, type Route } from '../route.ts';

const query = z.object({
  entity: z.string().max(80),
  id: z.uuid(),
  /** Oneself when absent; others need `access.explain`. */
  person: z.uuid().optional(),
});

type WhyServices = Pick<Services, 'sql' | 'registry' | 'access' | 'models' | 'records' | 'identity'>;

export const whyRoutes = (services: WhyServices): Route[] => [
  route({
    method: 'get',
    path: '/api/access/why',
    summary:
      'Why somebody can, or cannot, see and change a record: roles, rules, teams, shares and masks, field by field',
    tag: 'people',
    permission: 'signed-in',
    query,
    run: async ({ actor, query: { entity, id, person } }) => {
      const isSelf = person === undefined || person === actor.userId;
      if (!isSelf && !may(actor, 'access.explain')) throw forbidden('access.explain');
      const { registry, models } = services;
      const answer = await tellWhy(
        { ...services, shapes: (one) => models.shapes(one) },
        {
          asker: actor,
          person: isSelf ? actor : await services.identity.actorFor(person),
          entity: registry.entity(entity).id,
          id,
          roleName: (role) => roleLabel(registry, actor.locale, role),
        },
      );
      return reply(200, answer);
    },
  }),
];
