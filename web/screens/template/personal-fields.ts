import type { MenuItem } from '../../components/rl-menu.ts';
import type { MetaEntity } from '../../data/meta.ts';

const written = new Set(['text', 'email', 'phone', 'url', 'integer', 'decimal']);

/** What of a customer can stand in a mail as it is; the id of each is the Liquid for it. A relation stands as what it names. */
export const personalFields = (entity: MetaEntity): MenuItem[] =>
  entity.fields
    .filter(({ type, isSystem }) => !isSystem && (written.has(type) || type === 'relation'))
    .map(({ id, type, label }) => ({
      id: `{{ ${entity.id}.${id}${type === 'relation' ? '.title' : ''} }}`,
      label,
    }));
