import type { ModuleDeclaration } from '../services.ts';
import { Tokens } from './tokens.ts';

/** How many stand where. */
export const tokensModule: ModuleDeclaration = {
  __init__: ['tokens'],
  tokens: ['type', Tokens],
};
