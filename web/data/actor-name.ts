import { t } from './i18n.ts';
import type { Reference } from './records.ts';

/** Who did it: what the server itself did, such as loading the first data, is the product's doing. */
export function actorName({ id, title }: Reference): string {
  if (id === 'system') return t('timeline.system');
  if (id === 'key:administrator') return t('actor.key');
  return title || id;
}
