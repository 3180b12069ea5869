import relata from '../../moddle/relata.json' with { type: 'json' };
import { definitionsOf, many, one } from '../source.ts';
import type { Source } from '../source.ts';
import type { Check } from './check.ts';

/** An extension that its element does not look at would be lost without a word. */
export const checkExtensions: Check = ({ findings, sources }) => {
  for (const source of sources.values())
    for (const holder of [source, ...definitionsOf(source)])
      for (const { $type } of extensionsOf(holder)) {
        const places = allowed.get($type);
        if (places !== undefined && !places.some((place) => isA(holder, place)))
          findings.add('extension-misplaced', source, { extension: $type });
      }
};

const extensionsOf = (source: Source): Source[] => {
  const inside = one(source, 'extensionElements');
  return [...many(source, 'loose'), ...(inside === undefined ? [] : many(inside, 'values'))];
};

const allowed = new Map(
  relata.types.flatMap((type): [string, string[]][] =>
    'meta' in type && type.meta !== undefined ? [[`relata:${type.name}`, type.meta.allowedIn]] : [],
  ),
);

const isA = (source: Source, type: string): boolean =>
  // Every element the reader makes knows its types; `Source` says only what reading needs.
  (source as Source & { $instanceOf(type: string): boolean }).$instanceOf(type);
