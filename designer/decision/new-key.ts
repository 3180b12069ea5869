import { latinOf } from '../../web/data/latin.ts';

/** A key of its own for a decision of this name. */
export function newKey(name: string, others: readonly { key: string }[]): string {
  const taken = new Set(others.map(({ key }) => key));
  const base =
    latinOf(name)
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replaceAll(/^[^a-z]+|-+$/g, '') || 'decision';
  let key = base;
  for (let number = 2; taken.has(key); number++) key = `${base}-${number}`;
  return key;
}
