import en from '../../locales/flow-deploy.en.json' with { type: 'json' };
import zh from '../../locales/flow-deploy.zh-CN.json' with { type: 'json' };
import enReasons from '../../locales/expression.en.json' with { type: 'json' };
import zhReasons from '../../locales/expression.zh-CN.json' with { type: 'json' };
import type { DeployProblem } from './problem.ts';

const texts: Record<string, Record<string, string>> = {
  en: { ...enReasons, ...en },
  'zh-CN': { ...zhReasons, ...zh },
};

/** What is wrong and what to do, in the reader's language. `reason` is a sentence within, `what` a word. */
export const sentence = (problem: DeployProblem, locale: 'en' | 'zh-CN'): string => {
  const known = texts[locale]!;
  const fill = (template: string): string =>
    template.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => {
      const value = String(problem.params[name] ?? '');
      if (name === 'what') return known[`deploy.what.${value}`] ?? value;
      return name === 'reason' ? fill(known[`problem.${value}`] ?? value) : value;
    });
  return fill(known[`deploy.${problem.code}`] ?? problem.code);
};
