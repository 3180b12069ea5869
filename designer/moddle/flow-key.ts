import { latinOf } from '../../web/data/latin.ts';

/**
 * A flow's key from its name: lower case, words joined by hyphens, at most 60 characters; accents fall away.
 * A name without letters or digits gives `flow`; of Chinese characters the initials count. A taken key gets the next free number.
 */
export const flowKey = (name: string, taken: readonly string[] = []): string => {
  const words = latinOf(name)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '');
  const key = words === '' ? 'flow' : /^[a-z]/.test(words) ? words : `flow-${words}`;
  if (!taken.includes(key)) return key;
  for (let number = 2; ; number += 1) {
    if (!taken.includes(`${key}-${number}`)) return `${key}-${number}`;
  }
};

/** A process id is an XML name, and here kebab-case. */
export const isFlowKey = (key: string): boolean => /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(key);
