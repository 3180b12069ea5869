import type { ModuleDeclaration } from '../services.ts';
import { ChangeStep } from './change-step.ts';

/** A step becomes another one where it stands. */
export const changeStepModule: ModuleDeclaration = {
  __init__: ['changeStep'],
  changeStep: ['type', ChangeStep],
};
