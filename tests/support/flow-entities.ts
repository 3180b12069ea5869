/** What the scenarios of flows are about: deals on products, and the roles of those who act on them. */
import { defineRole } from '../../core/access/role.ts';
import { defineEntity, integer, relation, relationMany, select, text } from '../../core/entity/index.ts';

const product = defineEntity({
  id: 'product',
  title: 'name',
  search: ['name'],
  fields: { name: text({ required: true }), price: integer() },
});

const deal = defineEntity({
  id: 'deal',
  title: 'name',
  search: ['name'],
  owner: true,
  fields: {
    name: text({ required: true }),
    stage: select({
      options: [
        { value: 'new' },
        { value: 'engaging' },
        { value: 'won', label: { en: 'Won', 'zh-CN': '赢单' } },
      ],
      default: 'new',
    }),
    amount: integer(),
    product: relation('product'),
  },
});

const bundle = defineEntity({
  id: 'bundle',
  title: 'name',
  search: ['name'],
  fields: { name: text({ required: true }), products: relationMany('product') },
});

export const flowEntities = [product, deal, bundle];

export const flowRoles = [
  defineRole({
    id: 'administrator',
    permissions: ['*'],
    grants: [{ entity: '*', actions: ['read', 'create', 'update', 'delete'] }],
  }),
  defineRole({ id: 'flows', grants: [{ entity: '*', actions: ['read', 'create', 'update'] }] }),
  defineRole({ id: 'seller', grants: [{ entity: '*', actions: ['read'] }] }),
];
