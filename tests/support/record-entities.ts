/** Two entities with most kinds of fields, and a role whose rule has an `or` over a relation. */
import { defineRole } from '../../core/access/index.ts';
import {
  date,
  decimal,
  defineEntity,
  email,
  integer,
  longText,
  money,
  relation,
  rollup,
  select,
  tags,
  text,
  user,
} from '../../core/entity/index.ts';

export const account = defineEntity({
  id: 'account',
  title: 'name',
  owner: true,
  fields: {
    name: text({ required: true, max: 100 }),
    parent: relation('account'),
    contacts: rollup('contact', 'count', { by: 'account' }),
  },
});
export const contact = defineEntity({
  id: 'contact',
  title: 'name',
  owner: true,
  search: ['name', 'email', 'account.name'],
  fields: {
    name: text({ required: true }),
    email: email({ unique: true }),
    account: relation('account', { onDelete: 'restrict' }),
    level: select({ options: ['low', 'high'], default: 'low' }),
    score: integer({ min: 0 }),
    share: decimal(),
    value: money(),
    born: date(),
    words: tags(),
    about: longText(),
    helper: user(),
  },
  indexes: [['level', 'born']],
});
export const seller = defineRole({
  id: 'seller',
  grants: [
    {
      entity: 'contact',
      actions: ['read', 'create', 'update'],
      where: { or: [{ owner: '$actor.team' }, { 'account.owner': '$actor.id' }] },
    },
    { entity: 'account', actions: ['read'], where: { owner: '$actor.id' } },
  ],
});
