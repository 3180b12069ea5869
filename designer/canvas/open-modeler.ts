import Modeler from 'bpmn-js/lib/Modeler.js';
import { borderLabelModule } from '../modules/border-label/index.ts';
import { changeStepModule } from '../modules/change-step/index.ts';
import { contextPadModule } from '../modules/context-pad/index.ts';
import type { StepSource } from '../modules/context-pad/append-menu.ts';
import { editModule } from '../modules/edit/index.ts';
import { keyboardModule } from '../modules/keyboard/index.ts';
import { problemsModule } from '../modules/problems/index.ts';
import { shadowRootModule } from '../modules/shadow-root/index.ts';
import { stepsModule } from '../modules/steps/index.ts';
import { tidyModule } from '../modules/tidy/index.ts';
import { tokensModule } from '../modules/tokens/index.ts';
import { translateModule } from '../modules/translate/index.ts';
import { walkModule } from '../modules/walk/index.ts';
import { diagramOptions } from './options.ts';
import { styleDocument } from './styles.ts';

export type { default as Modeler } from 'bpmn-js/lib/Modeler.js';

/** The editor in a container; its palette is ours, beside the canvas. */
export const openModeler = (container: HTMLElement, stepSource: StepSource): Modeler => {
  styleDocument();
  return new Modeler({
    ...diagramOptions(container),
    stepSource,
    additionalModules: [
      shadowRootModule,
      translateModule,
      editModule,
      stepsModule,
      borderLabelModule,
      changeStepModule,
      contextPadModule,
      problemsModule,
      tokensModule,
      keyboardModule,
      walkModule,
      tidyModule,
      // Without entries, the palette of diagram-js fails at each tool that a key opens.
      { paletteProvider: ['value', null], palette: ['value', null], paletteTooltip: ['value', null] },
    ],
  });
};
