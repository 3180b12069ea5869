import { locale } from '../../web/data/i18n.ts';
import chinese from './dmn-words.zh-CN.json' with { type: 'json' };

const words: Record<string, string> = chinese;

/** dmn-js speaks English; its keys are its sentences. */
export const translate = (template: string, replacements: Record<string, string> = {}): string => {
  const text = locale() === 'zh-CN' ? (words[template] ?? template) : template;
  return text.replace(/\{\s*([^}\s]+)\s*\}/g, (whole, name: string) => replacements[name] ?? whole);
};
