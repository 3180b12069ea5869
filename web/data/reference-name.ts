import { t } from './i18n.ts';
import type { Reference } from './records.ts';

/**
 * What a record, or who did something, is called: what the server itself did is the product's doing, a record without a
 * title says so, and of one that this reader may not see no more is told.
 */
export function referenceName({ id, title }: Reference): string {
  if (id === 'system') return t('timeline.system');
  if (id === 'key:administrator') return t('actor.key');
  return title === null ? t('value.notVisible') : title || t('value.untitled');
}
