import { invalid } from '../../errors.ts';
import { parseRule, type ParseInput } from './parse.ts';
import { testsOf, type Rule } from './rule.ts';

/**
 * The rule of a role. It is asked in memory too, where records come as they are stored: what is computed from others
 * has no value there. Throws problem `validation` (422).
 */
export function parseAccessRule(input: ParseInput): Rule {
  const rule = parseRule(input);
  const computed = testsOf(rule).flatMap(({ path }) => path.filter(({ dependsOn }) => dependsOn));
  if (computed.length === 0) return rule;
  throw invalid(
    computed.map(({ id }) => ({
      pointer: `${input.pointer ?? '/filter'}/${id}`,
      code: 'rule-on-formula',
      params: { field: id },
    })),
  );
}
