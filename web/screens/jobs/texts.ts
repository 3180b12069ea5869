import { addTexts } from '../../data/i18n.ts';
import en from './locales/en.json' with { type: 'json' };
import zh from './locales/zh-CN.json' with { type: 'json' };

addTexts('en', en);
addTexts('zh-CN', zh);
