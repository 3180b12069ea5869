import type { ModuleDeclaration } from '../services.ts';
import { Marks } from './marks.ts';

/** Colours of elements that say something: what changed, how hot it is. */
export const marksModule: ModuleDeclaration = {
  __init__: ['marks'],
  marks: ['type', Marks],
};
