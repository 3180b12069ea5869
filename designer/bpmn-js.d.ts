/**
 * The parts of bpmn-js and its relatives that the designer uses. Their own types say less than the code does
 * and do not load under Node's module resolution.
 */
declare module 'bpmn-js/lib/NavigatedViewer.js' {
  import type { ModdleElement } from './moddle/moddle-element.ts';

  export default class NavigatedViewer {
    constructor(options: Record<string, unknown>);
    importXML(xml: string): Promise<{ warnings: unknown[] }>;
    saveXML(options?: { format?: boolean }): Promise<{ xml?: string }>;
    get<Service>(name: string, isStrict?: boolean): Service;
    on(event: string, listener: (event: never) => void): void;
    getDefinitions(): ModdleElement;
    destroy(): void;
  }
}
declare module 'bpmn-js/lib/Modeler.js' {
  export { default } from 'bpmn-js/lib/NavigatedViewer.js';
}
declare module 'diagram-js/lib/features/popup-menu/PopupMenu.js' {
  const PopupMenu: new (config: unknown, eventBus: unknown, canvas: unknown, search: unknown) => object;
  export default PopupMenu;
}
declare module 'diagram-js/lib/features/hover-fix/HoverFix.js' {
  const HoverFix: new (elementRegistry: unknown, eventBus: unknown, injector: unknown) => object;
  export default HoverFix;
}
declare module 'diagram-js/lib/command/CommandInterceptor.js' {
  export default class CommandInterceptor {
    constructor(eventBus: unknown);
    postExecuted(commands: string | string[], listener: (event: { context: never }) => void): void;
  }
}
declare module 'bpmn-js/lib/features/auto-place/BpmnAutoPlaceUtil.js' {
  export function getNewShapePosition(
    source: object,
    element: object,
    elementRegistry: object,
  ): { x: number; y: number };
}
declare module 'bpmn-js/lib/features/modeling/util/ModelingUtil.js' {
  export function isDirectionHorizontal(element: object, elementRegistry: object): boolean;
}
declare module 'bpmn-auto-layout' {
  export function layoutProcess(xml: string): Promise<string>;
}
declare module 'bpmn-js-differ' {
  import type { ModdleElement } from './moddle/moddle-element.ts';

  /** By element id. */
  type Found = Record<string, unknown>;
  export function diff(
    before: ModdleElement,
    after: ModdleElement,
  ): { _added: Found; _removed: Found; _changed: Found; _layoutChanged: Found };
}
