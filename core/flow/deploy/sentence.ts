import en from '../../locales/flow-deploy.en.json' with { type: 'json' };
import zh from '../../locales/flow-deploy.zh-CN.json' with { type: 'json' };
import enReasons from '../../locales/expression.en.json' with { type: 'json' };
import zhReasons from '../../locales/expression.zh-CN.json' with { type: 'json' };
import { placeWords, standsBehindKind, type PlaceTexts } from './place-words.ts';
import type { Place } from './place.ts';
import type { DeployProblem } from './problem.ts';

type Locale = 'en' | 'zh-CN';

const texts: Record<string, Record<string, string>> = {
  en: { ...enReasons, ...en },
  'zh-CN': { ...zhReasons, ...zh },
};

/**
 * What is wrong and what to do, in the reader's language. `reason` is a sentence within, `what` a word. An element in
 * quotes is told by its name or by where it stands; `its.name` stands behind a word that says its kind.
 */
export const sentence = (problem: DeployProblem, locale: Locale): string => {
  const known = texts[locale]!;
  const fill = (template: string): string =>
    template.replaceAll(
      /“\{\{(\w+)\}\}”|\{\{its\.(\w+)\}\}|\{\{(\w+)\}\}/g,
      (_, quoted?: string, its?: string, name?: string) =>
        quoted || its ? element(quoted ?? its!, its !== undefined) : plain(name!),
    );
  const plain = (name: string): string => {
    const value = String(problem.params[name] ?? '');
    if (name === 'what') return known[`deploy.what.${value}`] ?? value;
    return name === 'reason' ? fill(known[`problem.${value}`] ?? value) : value;
  };
  const place = placeTexts(locale);
  const element = (name: string, hasKind: boolean): string => {
    const at = problem.places?.[name] ?? plain(name);
    if (!hasKind) return saidOf(at, locale);
    return typeof at === 'string'
      ? place('itsName', { at: saidOf(at, locale) })
      : standsBehindKind(at, place);
  };
  return capital(fill(known[`deploy.${problem.code}`] ?? problem.code));
};

/** An element in the middle of a sentence: its name in quotes, or where it stands. */
export const saidOf = (at: string | Place, locale: Locale): string =>
  typeof at === 'string' ? placeTexts(locale)('quoted', { name: at }) : placeWords(at, placeTexts(locale));

const placeTexts =
  (locale: Locale): PlaceTexts =>
  (key, params) =>
    texts[locale]![`deploy.place.${key}`]!.replaceAll(
      /\{\{(\w+)\}\}/g,
      (_, name: string) => params[name] ?? '',
    );

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
