import type { Actor } from '../../access/actor.ts';
import type { Registry } from '../../registry.ts';
import { comparisonsOf, type Comparison } from './condition-reason.ts';

type Locale = Actor['locale'];
export type Say = (key: string, params?: Record<string, unknown>) => string;

const units = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1_000],
] as const;

/** "2 hours": the largest unit that fits, for nobody counts the minutes of three days. */
export function durationText(milliseconds: number, locale: Locale): string {
  const [unit, size] = units.find(([, each]) => milliseconds >= each) ?? units[3];
  const count = Math.max(1, Math.round(milliseconds / size));
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(count);
}

export interface Words {
  say: Say;
  locale: Locale;
  /** What the field is called and, of a choice, the option; nothing where neither has a name of its own. */
  wordsOf(comparison: Comparison): Partial<Pick<Comparison, 'name' | 'value'>>;
}

/** "amount was over 5,000"; null where the condition is no plain comparison. */
export function reasonText(condition: string, { say, locale, wordsOf }: Words): string | null {
  const found = comparisonsOf(condition);
  if (!found) return null;
  const parts = found.map((each) => comparisonText({ ...each, ...wordsOf(each) }, say, locale));
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(parts);
}

const keys: Record<Comparison['operator'], string> = {
  '=': 'is',
  '!=': 'is-not',
  '>': 'over',
  '>=': 'at-least',
  '<': 'under',
  '<=': 'at-most',
};

function comparisonText({ name, operator, value }: Comparison, say: Say, locale: Locale): string {
  if (value === null) return say(`story.reason.${operator === '=' ? 'empty' : 'filled'}`, { name });
  if (typeof value === 'boolean')
    return say(`story.reason.${value === (operator === '=') ? 'yes' : 'no'}`, { name });
  const shown = typeof value === 'number' ? new Intl.NumberFormat(locale).format(value) : value;
  return say(`story.reason.${keys[operator]}`, { name, value: shown });
}

export const sayer =
  (registry: Pick<Registry, 'text'>, locale: Locale): Say =>
  (key, params = {}) =>
    registry.text(locale, key, params);
