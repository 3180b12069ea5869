import { locale } from '../../web/data/i18n.ts';
import { typeWords } from './type-words.ts';
import chinese from './dmn-words.zh-CN.json' with { type: 'json' };

const words: Record<string, string> = chinese;

/** dmn-js speaks English; its keys are its sentences, and the types it knows. */
export const translate = (template: string, replacements: Record<string, string> = {}): string => {
  const own = locale() === 'zh-CN' ? words[template] : undefined;
  const text = typeWords(template) ?? own ?? template;
  return text.replace(/\{\s*([^}\s]+)\s*\}/g, (whole, name: string) => replacements[name] ?? whole);
};
