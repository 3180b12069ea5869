import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer.js';
import { marksModule } from '../modules/marks/index.ts';
import { pathModule } from '../modules/path/index.ts';
import { problemsModule } from '../modules/problems/index.ts';
import { tokensModule } from '../modules/tokens/index.ts';
import { translateModule } from '../modules/translate/index.ts';
import { diagramOptions } from './options.ts';
import { styleDocument } from './styles.ts';

export type { default as NavigatedViewer } from 'bpmn-js/lib/NavigatedViewer.js';

/** A diagram to look at. */
export const openViewer = (container: HTMLElement): NavigatedViewer => {
  styleDocument();
  return new NavigatedViewer({
    ...diagramOptions(container),
    additionalModules: [translateModule, tokensModule, pathModule, problemsModule, marksModule],
  });
};
