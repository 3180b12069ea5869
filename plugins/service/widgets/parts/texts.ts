import en from '../locales/en.json' with { type: 'json' };
import zh from '../locales/zh-CN.json' with { type: 'json' };

export type Language = 'en' | 'zh-CN';
export type Texts = typeof en;

export const textsIn = (language: Language): Texts => (language === 'en' ? en : zh);

export const fill = (text: string, values: Record<string, string>): string =>
  text.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? '');

export const languageOf = (element: Element): Language => {
  const said =
    element.getAttribute('language') ?? element.closest('[lang]')?.getAttribute('lang') ?? navigator.language;
  return said.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en';
};
