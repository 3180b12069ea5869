import type { ModuleDeclaration } from '../services.ts';
import { WalkKeys } from './walk-keys.ts';

/** All of the drawing by the keyboard alone. */
export const walkModule: ModuleDeclaration = {
  __init__: ['walkKeys'],
  walkKeys: ['type', WalkKeys],
};
