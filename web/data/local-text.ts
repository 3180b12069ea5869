import type { LocalText } from '../../core/entity/definition.ts';
import { locale } from './i18n.ts';
import { latinOf } from './latin.ts';

/** A text in the reader's language, or in the other one. */
export const ofLocale = (text: LocalText | undefined, fallback = ''): string =>
  text?.[locale()] || text?.en || text?.['zh-CN'] || fallback;

/** `Serial number` → `serialNumber`, `检查日期` → `jcrq`; what has no letters of either gives nothing. */
export function nameOf(text: string): string {
  const words = latinOf(text)
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .split(/[^a-zA-Z0-9]+/)
    .filter(Boolean);
  const name = words
    .map((word, index) =>
      index === 0 ? word.toLowerCase() : word[0]!.toUpperCase() + word.slice(1).toLowerCase(),
    )
    .join('');
  return name.replace(/^[0-9]+/, '').slice(0, 40);
}

/** A name that is not taken: `field`, `field2`, `field3` … */
export function freeName(wanted: string, taken: readonly string[]): string {
  let name = wanted;
  for (let count = 2; taken.includes(name); count++) name = `${wanted}${count}`;
  return name;
}
