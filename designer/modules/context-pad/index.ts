import type { ModuleDeclaration } from '../services.ts';
import { AppendMenu } from './append-menu.ts';
import { ConnectMenu } from './connect-menu.ts';
import { StepContextPad } from './step-context-pad.ts';

/** The pad beside a selected element: add a step by purpose, end here, connect, change, remove. */
export const contextPadModule: ModuleDeclaration = {
  __init__: ['appendMenu', 'connectMenu', 'stepContextPad'],
  appendMenu: ['type', AppendMenu],
  connectMenu: ['type', ConnectMenu],
  stepContextPad: ['type', StepContextPad],
};
