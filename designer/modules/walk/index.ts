import type { ModuleDeclaration } from '../services.ts';
import { SelectionTrail } from './selection-trail.ts';
import { WalkKeys } from './walk-keys.ts';

/** All of the drawing by the keyboard alone. */
export const walkModule: ModuleDeclaration = {
  __init__: ['walkKeys', 'selectionTrail'],
  walkKeys: ['type', WalkKeys],
  selectionTrail: ['type', SelectionTrail],
};
