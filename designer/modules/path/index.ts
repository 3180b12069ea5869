import type { ModuleDeclaration } from '../services.ts';
import { TakenPath } from './taken-path.ts';

/** Where an instance has been. */
export const pathModule: ModuleDeclaration = {
  __init__: ['takenPath'],
  takenPath: ['type', TakenPath],
};
