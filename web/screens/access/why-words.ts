/** The steps of an explained rule as sentences. */
import { t } from '../../data/i18n.ts';
import { fieldAt, type RuleOperator, type RuleTest } from '../../data/rule.ts';
import type { ExplainedRule, ExplainedTest, WhyAnswer } from '../../data/why.ts';
import { isEmptyValue } from '../../data/values.ts';
import { ruleWords, valueWords, type WordsContext } from './rule-words.ts';

const operators: Record<string, RuleOperator> = {
  eq: 'is',
  in: 'in',
  lt: 'lt',
  lte: 'lte',
  gt: 'gt',
  gte: 'gte',
  contains: 'contains',
  startsWith: 'startsWith',
  hasValue: 'isFilled',
  yearlyIn: 'in',
};

/** `Region is one of North: it is South`. */
export function stepWords(step: ExplainedTest, context: WordsContext, links: WhyAnswer['links']): string {
  const path = step.path.join('.');
  const isActor = typeof step.value === 'string' && step.value.startsWith('$actor');
  const operator = isActor ? 'is' : (operators[step.operator] ?? 'is');
  const test: RuleTest = { kind: 'test', path, operator, value: step.value };
  const asked = ruleWords(test, context);
  if (!('actual' in step)) return t('why.stepSecret', { asked });
  const field = fieldAt(context.meta, context.entity, path);
  if (isEmptyValue(step.actual)) return t('why.stepEmpty', { asked });
  const actual = valueWords(step.actual, field, context);
  const link = typeof step.actual === 'string' ? links[step.actual] : undefined;
  if (link) return t('why.stepTeam', { asked, actual, teams: link.join(' › ') });
  return t('why.step', { asked, actual });
}

export interface Step {
  test: ExplainedTest;
  /** A step under "not" counts the other way round. */
  isNegated: boolean;
}

/** Every test of the rule in the order in which it is written. */
export function stepsOf(rule: ExplainedRule, isNegated = false): Step[] {
  if (rule.kind === 'test') return [{ test: rule, isNegated }];
  if (rule.kind === 'not') return stepsOf(rule.part, !isNegated);
  return rule.kind === 'and' || rule.kind === 'or'
    ? rule.parts.flatMap((part) => stepsOf(part, isNegated))
    : [];
}
