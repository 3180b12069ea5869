import type { ModuleDeclaration } from '../services.ts';
import { Tidy } from './tidy.ts';

/** The diagram laid out anew. */
export const tidyModule: ModuleDeclaration = {
  __init__: ['tidy'],
  tidy: ['type', Tidy],
};
