import type { ModuleDeclaration } from '../services.ts';
import { AddStep } from './add-step.ts';
import { StepFactory } from './step-factory.ts';

/** Adding steps from the palette and from menus. */
export const stepsModule: ModuleDeclaration = {
  __init__: ['addStep'],
  addStep: ['type', AddStep],
  stepFactory: ['type', StepFactory],
};
