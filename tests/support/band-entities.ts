/** Bands play shows, shows have bands: a link that has no data of its own; and a role that sees its own bands only. */
import { defineRole } from '../../core/access/index.ts';
import {
  boolean,
  defineEntity,
  formula,
  integer,
  relation,
  relationMany,
  rollup,
  tags,
  text,
  type EntityDefinition,
} from '../../core/entity/index.ts';

const of = (definition: EntityDefinition): EntityDefinition => ({ ...definition, plugin: 'demo' });
export const band = of(
  defineEntity({
    id: 'band',
    title: 'name',
    search: ['name'],
    owner: true,
    fields: {
      name: text({ required: true }),
      genre: text(),
      isSigned: boolean(),
      friends: relationMany('band'),
      shows: rollup('show', 'count', { by: 'bands' }),
      seats: rollup('show', 'sum', { by: 'bands', field: 'seats', where: { seats: { gte: 10 } } }),
    },
  }),
);
export const show = of(
  defineEntity({
    id: 'show',
    title: 'name',
    search: ['name', 'bands.name'],
    fields: {
      name: text(),
      seats: integer(),
      bands: relationMany('band'),
      city: relation('city'),
      styles: tags(),
      variety: formula('$count(styles)', integer()),
      isPlain: formula('styles = null', boolean()),
    },
  }),
);
export const city = of(
  defineEntity({
    id: 'city',
    title: 'name',
    fields: { name: text(), patrons: relationMany('band', { onDelete: 'restrict' }) },
  }),
);
const everything = ['read', 'create', 'update', 'delete'] as const;
export const fan = defineRole({
  id: 'fan',
  grants: [
    { entity: 'band', actions: [...everything], where: { owner: '$actor.id' } },
    { entity: 'show', actions: [...everything] },
  ],
});
