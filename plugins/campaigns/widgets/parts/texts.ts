import en from '../locales/en.json' with { type: 'json' };
import zh from '../locales/zh-CN.json' with { type: 'json' };

export type Language = 'en' | 'zh-CN';

export const textsIn = (language: Language): typeof en => (language === 'en' ? en : zh);
