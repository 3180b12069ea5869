import type { ModuleDeclaration } from '../services.ts';
import { AddStep } from './add-step.ts';
import { PlaceFree } from './place-free.ts';
import { StepFactory } from './step-factory.ts';

/** Adding steps from the palette and from menus. */
export const stepsModule: ModuleDeclaration = {
  __init__: ['addStep', 'placeFree'],
  addStep: ['type', AddStep],
  placeFree: ['type', PlaceFree],
  stepFactory: ['type', StepFactory],
};
