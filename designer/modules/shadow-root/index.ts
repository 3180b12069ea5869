import type { ModuleDeclaration } from '../services.ts';
import { DocumentPopupMenu } from './document-popup-menu.ts';
import { RootHoverFix } from './root-hover-fix.ts';

/** What diagram-js looks up in the document, looked up where the canvas is: in a shadow root. */
export const shadowRootModule: ModuleDeclaration = {
  popupMenu: ['type', DocumentPopupMenu],
  hoverFix: ['type', RootHoverFix],
};
