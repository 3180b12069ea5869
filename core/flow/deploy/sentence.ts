import en from '../../locales/flow-deploy.en.json' with { type: 'json' };
import zh from '../../locales/flow-deploy.zh-CN.json' with { type: 'json' };
import type { DeployProblem } from './problem.ts';

const texts: Record<string, Record<string, string>> = { en, 'zh-CN': zh };

/** What is wrong and what to do, in the reader's language. */
export const sentence = (problem: DeployProblem, locale: 'en' | 'zh-CN'): string => {
  const known = texts[locale]!;
  const template = known[`deploy.${problem.code}`] ?? problem.code;
  return template.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const value = String(problem.params[name] ?? '');
    return name === 'what' ? (known[`deploy.what.${value}`] ?? value) : value;
  });
};
