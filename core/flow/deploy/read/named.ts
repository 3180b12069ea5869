import type { NamedExpression } from '../../graph/index.ts';
import { extensions, text } from '../source.ts';
import type { Source } from '../source.ts';

/** `<relata:payload name="…" value="…"/>` on any of the elements; without a value, the variable of that name. */
export const readNamed = (sources: readonly Source[], type: string): NamedExpression[] =>
  sources
    .flatMap((source) => extensions(source, type))
    .flatMap((each) => {
      const name = text(each, 'name');
      return name === undefined ? [] : [{ name, value: text(each, 'value') ?? name }];
    });
