import type { NamedExpression, ScopeMapping } from '../../graph/index.ts';
import { extensions, text } from '../source.ts';
import type { Source } from '../source.ts';

/** What is mapped into a sub-process, and out of it; without `out`, whatever was made inside leaves it. */
export const readMapping = (source: Source): ScopeMapping | undefined => {
  const mapping = { in: pairs(source, 'In'), out: pairs(source, 'Out') };
  return mapping.in.length + mapping.out.length === 0 ? undefined : mapping;
};

const pairs = (source: Source, type: string): NamedExpression[] =>
  extensions(source, type).flatMap((each) => {
    const value = text(each, 'source');
    const name = text(each, 'target') ?? value;
    return name === undefined || value === undefined ? [] : [{ name, value }];
  });
