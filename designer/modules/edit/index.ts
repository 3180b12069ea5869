import type { ModuleDeclaration } from '../services.ts';
import { Edit } from './edit.ts';
import { DefaultWayBehavior } from './default-way-behavior.ts';

/** Changes that the panel makes, each one step of undo. */
export const editModule: ModuleDeclaration = {
  __init__: ['edit', 'defaultWayBehavior'],
  edit: ['type', Edit],
  defaultWayBehavior: ['type', DefaultWayBehavior],
};
