import { t } from '../data/i18n.ts';
import { entityOf, type MetaEntity, type MetaField } from '../data/meta.ts';
import type { ExpressionScope } from './scope.ts';

const members = ['name', 'email', 'locale', 'manager'] as const;

/** Read by flows, too, and offered nowhere: each is another word for one above, or has no words. */
const silent = new Set(['title', 'team']);

/** What a flow can read of a person: the owner of a record, who a field names. */
const person = (): MetaEntity => ({
  id: 'user',
  plugin: 'core',
  title: 'name',
  owner: false,
  label: { one: t('expression.person'), many: t('expression.people') },
  fields: members.map((id): MetaField => ({
    id,
    type: id === 'manager' ? 'user' : id === 'email' ? 'email' : 'text',
    label: t(`expression.person.${id}`),
    access: 'read',
  })),
  can: { create: false, update: false, delete: false, import: false, export: false, run: false },
});

/** An entity by its id, or what stands for people where they have members: in flows, not in what becomes SQL. */
export const entityIn = ({ meta, isRecord }: Pick<ExpressionScope, 'meta' | 'isRecord'>, id: string) =>
  id === 'user' && !isRecord ? person() : entityOf(meta, id);

/** Whether a member can be read though no definition lists it. */
export const isSilentMember = ({ id }: MetaEntity, member: string): boolean =>
  id === 'user' && silent.has(member);
