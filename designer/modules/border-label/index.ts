import type { ModuleDeclaration } from '../services.ts';
import { BorderLabelBehavior } from './border-label-behavior.ts';

/** The words of events on a border keep clear of the way out. */
export const borderLabelModule: ModuleDeclaration = {
  __init__: ['borderLabelBehavior'],
  borderLabelBehavior: ['type', BorderLabelBehavior],
};
