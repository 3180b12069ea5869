import { locale } from '../../../web/data/i18n.ts';
import type { ModuleDeclaration, Translate } from '../services.ts';
import chinese from './zh-CN.json' with { type: 'json' };

const words: Record<string, string> = chinese;

/** bpmn-js speaks English; its keys are its sentences. */
export const translate: Translate = (template, replacements = {}) => {
  const text = locale() === 'zh-CN' ? (words[template] ?? template) : template;
  return text.replace(/\{([^}]+)\}/g, (whole, name: string) => replacements[name] ?? whole);
};

export const translateModule: ModuleDeclaration = { translate: ['value', translate] };
