import type { ModuleDeclaration } from '../services.ts';
import { Problems } from './problems.ts';

/** Problems on the elements they are about. */
export const problemsModule: ModuleDeclaration = {
  __init__: ['problems'],
  problems: ['type', Problems],
};
