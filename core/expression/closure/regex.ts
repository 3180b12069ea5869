import type { Node } from '../ast.ts';
import type { Pattern } from '../function/matching.ts';
import { compileLinear, LinearRegex } from '../regex.ts';
import type { Run } from './run.ts';

/** `/…/` as a function from a text to its first match. */
export function compileRegex(node: Node): Run {
  const regex = node.value as RegExp; // The parser makes one for each node of this type.
  compileLinear(regex, node.position);
  const pattern: Pattern = {
    _jsonata_function: true,
    name: `/${regex.source}/`,
    arity: 1,
    regex,
    call: ([text]) => {
      const found = typeof text === 'string' ? new LinearRegex(regex).exec(text) : null;
      if (!found) return undefined;
      const [match = '', ...groups] = found;
      return { match, start: found.index, end: found.index + match.length, groups };
    },
  };
  return () => pattern;
}
