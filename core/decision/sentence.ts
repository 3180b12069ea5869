import en from '../locales/decision.en.json' with { type: 'json' };
import zh from '../locales/decision.zh-CN.json' with { type: 'json' };
import type { Region, Span } from './analyse/region.ts';
import type { DecisionProblem } from './problem.ts';

export type Locale = 'en' | 'zh-CN';

const texts: Record<Locale, Record<string, string>> = { en, 'zh-CN': zh };

/** What is wrong, where and what to do, in the reader's language. */
export function sentence(problem: DecisionProblem, locale: Locale): string {
  const { code, params, decision, rule, column } = problem;
  const told = Object.entries(params).map(([name, value]) => [
    name,
    Array.isArray(value) ? regionText(value, locale) : wordOf(name, value, locale),
  ]);
  const body = say(locale, `decision.${code}`, Object.fromEntries(told));
  const where = placeText({ decision, rule, column }, locale);
  return where === '' ? body : say(locale, 'decision.at', { where, body });
}

/** A hit policy and what it calculates as the table itself names them, a type in words; all else as it is written. */
const wordOf = (name: string, value: string | number, locale: Locale): string | number =>
  texts[locale][`decision.${name}.${value}`] ?? texts[locale][`decision.word.${value}`] ?? value;

function placeText({ decision, rule, column }: Partial<DecisionProblem>, locale: Locale): string {
  const parts = [
    decision === undefined ? '' : say(locale, 'decision.place.decision', { decision }),
    rule === undefined ? '' : say(locale, 'decision.place.rule', { rule }),
    column === undefined ? '' : say(locale, 'decision.place.column', { column }),
  ];
  return parts.filter((part) => part !== '').join(locale === 'en' ? ', ' : '，');
}

/** `amount over 100 and customer type “gold”`; everything, where nothing limits it. */
export function regionText(region: Region, locale: Locale): string {
  if (region.length === 0) return say(locale, 'decision.region.all', {});
  const parts = region.map(({ input, values }) =>
    say(locale, 'decision.region.part', { input, values: spanText(values, locale) }),
  );
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(parts);
}

function spanText(span: Span, locale: Locale): string {
  if (span.kind === 'other') return say(locale, 'decision.region.other', {});
  if (span.kind === 'values') return new Intl.ListFormat(locale, { type: 'disjunction' }).format(span.values);
  const { low, lowIn, high, highIn } = span;
  if (low !== undefined && low === high) return say(locale, 'decision.region.is', { low });
  const name =
    low === undefined
      ? high === undefined
        ? 'any'
        : highIn
          ? 'at-most'
          : 'under'
      : high === undefined
        ? lowIn
          ? 'at-least'
          : 'over'
        : `${lowIn ? 'from' : 'above'}-${highIn ? 'to' : 'below'}`;
  return say(locale, `decision.region.${name}`, { low: low ?? '', high: high ?? '' });
}

const say = (locale: Locale, key: string, params: Record<string, unknown>): string =>
  (texts[locale][key] ?? key).replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => String(params[name] ?? ''));
