import type { ModuleDeclaration } from '../services.ts';
import { SaveKey } from './save-key.ts';

/** Keys beside those of bpmn-js. */
export const keyboardModule: ModuleDeclaration = {
  __init__: ['saveKey'],
  saveKey: ['type', SaveKey],
};
