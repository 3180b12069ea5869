import { z } from 'zod';
import type { Actor } from '../../access/index.ts';
import {
  changeView,
  createView,
  deleteView,
  listViews,
  setDefaultView,
  viewFaults,
  type SavedView,
  type ViewDefinition,
} from '../../screen/index.ts';
import { conditionsShape } from '../condition-shape.ts';
import type { Services } from '../../services.ts';
import { sentenceOf } from '../problem.ts';
import { reply, route, type Route } from '../route.ts';

const tag = 'views';
const entity = z.string().max(80);
const kind = z.enum(['list', 'board', 'calendar']);
const field = z.string().max(160);
const column = z.union([
  field,
  z.strictObject({
    field,
    label: z.string().max(200).optional(),
    width: z.number().int().min(40).max(1200).optional(),
  }),
]);
const definition: z.ZodType<ViewDefinition> = z.strictObject({
  conditions: conditionsShape,
  search: z.string().max(400).optional(),
  sort: z.array(field).max(6).optional(),
  columns: z.array(column).max(60).optional(),
  group: field.optional(),
  lanes: field.optional(),
  card: z.array(column).max(20).optional(),
});
const name = z.string().trim().min(1).max(120);
const sharing = z.enum(['private', 'roles', 'everybody']);
const roles = z.array(z.string().max(120)).max(50);
const params = z.object({ id: z.uuid() });

type ViewServices = Pick<Services, 'sql' | 'registry' | 'access' | 'clock'>;

export const viewRoutes = (services: ViewServices): Route[] => [
  route({
    method: 'get',
    path: '/api/views',
    summary: 'Saved views: one’s own, and those shared with everybody or a role of one’s own',
    tag,
    permission: 'signed-in',
    query: z.object({ entity: entity.optional(), kind: kind.optional() }),
    run: async ({ actor, query }) => {
      const views = await listViews(services.sql, actor, query);
      const items = views.filter((view) => services.access.mayEver(actor, view.entity, 'read'));
      return reply(200, { items: items.map((view) => marked(services, actor, view)), next: null });
    },
  }),
  route({
    method: 'post',
    path: '/api/views',
    summary: 'Save a view; to share it needs views.share',
    tag,
    permission: 'signed-in',
    body: z.strictObject({
      entity,
      kind,
      name,
      sharing: sharing.default('private'),
      roles: roles.default([]),
      definition,
    }),
    run: async ({ actor, body }) => reply(201, await createView(services, body, actor)),
  }),
  route({
    method: 'put',
    path: '/api/views/default',
    summary: 'The view one begins with, of an entity’s list, board or calendar',
    tag,
    permission: 'signed-in',
    body: z.strictObject({ entity, kind, view: z.uuid().nullable() }),
    run: async ({ actor, body }) => {
      await setDefaultView(services.sql, actor, body);
      return reply(204);
    },
  }),
  route({
    method: 'patch',
    path: '/api/views/{id}',
    summary: 'Change a view of one’s own; those who manage screens change shared ones too',
    tag,
    permission: 'signed-in',
    params,
    body: z.strictObject({
      name: name.optional(),
      sharing: sharing.optional(),
      roles: roles.optional(),
      definition: definition.optional(),
      version: z.number().int(),
    }),
    run: async ({ actor, params: { id }, body }) =>
      reply(200, await changeView(services, { id, change: body }, actor)),
  }),
  route({
    method: 'delete',
    path: '/api/views/{id}',
    summary: 'Remove a view',
    tag,
    permission: 'signed-in',
    params,
    run: async ({ actor, params: { id } }) => {
      await deleteView(services, actor, id);
      return reply(204);
    },
  }),
];

/** With what is wrong with it, which its reader would not see: what is gone is left out. */
function marked({ registry }: ViewServices, { locale }: Actor, view: SavedView): SavedView {
  const faults = viewFaults(view.definition, registry.entity(view.entity));
  if (faults.length === 0) return view;
  const told = faults.map(({ code, params }) => sentenceOf(registry, locale, { code, params: params ?? {} }));
  return { ...view, problems: [...new Set(told)] };
}
