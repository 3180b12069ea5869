import type { ScreenText } from '../../core/screen/definition.ts';
import { locale } from './locale.ts';

/** The server gives texts in the reader's language; what is being designed still has them in several. */
export const screenText = (text: ScreenText | undefined): string =>
  typeof text === 'object' ? (text[locale()] ?? text.en ?? text['zh-CN'] ?? '') : (text ?? '');
