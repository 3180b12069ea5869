import { t } from '../data/i18n.ts';
import '../expression/expression-texts.ts';
import type { Operator } from './condition.ts';
import { isTime } from './suits.ts';

/** Dates come before and after each other; other values are under and over. */
export const operatorText = (operator: Operator, type: string | undefined): string =>
  t(`expression.operator.${isTime(type) && operator in timeOperators ? `time.${operator}` : operator}`);

const timeOperators: Partial<Record<Operator, true>> = {
  over: true,
  atLeast: true,
  under: true,
  atMost: true,
};
