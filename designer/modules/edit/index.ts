import type { ModuleDeclaration } from '../services.ts';
import { Edit } from './edit.ts';
import { FirstWayBehavior } from './first-way-behavior.ts';
import { DefaultWayBehavior } from './default-way-behavior.ts';

/** Changes that the panel makes, each one step of undo. */
export const editModule: ModuleDeclaration = {
  __init__: ['edit', 'defaultWayBehavior', 'firstWayBehavior'],
  edit: ['type', Edit],
  firstWayBehavior: ['type', FirstWayBehavior],
  defaultWayBehavior: ['type', DefaultWayBehavior],
};
