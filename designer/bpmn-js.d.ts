/**
 * The parts of bpmn-js and its relatives that the designer uses. Their own types say less than the code does
 * and do not load under Node's module resolution.
 */
declare module 'bpmn-js/lib/NavigatedViewer.js' {
  export default class NavigatedViewer {
    constructor(options: Record<string, unknown>);
    importXML(xml: string): Promise<{ warnings: unknown[] }>;
    saveXML(options?: { format?: boolean }): Promise<{ xml?: string }>;
    get<Service>(name: string, isStrict?: boolean): Service;
    on(event: string, listener: (event: never) => void): void;
    getDefinitions(): import('./moddle/moddle-element.ts').ModdleElement;
    destroy(): void;
  }
}
declare module 'bpmn-js/lib/Modeler.js' {
  import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer.js';
  export default class Modeler extends NavigatedViewer {}
}
declare module 'diagram-js/lib/features/popup-menu/PopupMenu.js' {
  export default class PopupMenu {
    constructor(config: unknown, eventBus: unknown, canvas: unknown, search: unknown);
  }
}
declare module 'diagram-js/lib/features/hover-fix/HoverFix.js' {
  export default class HoverFix {
    constructor(elementRegistry: unknown, eventBus: unknown, injector: unknown);
  }
}
declare module 'diagram-js/lib/command/CommandInterceptor.js' {
  export default class CommandInterceptor {
    constructor(eventBus: unknown);
    postExecuted(commands: string | string[], listener: (event: { context: never }) => void): void;
  }
}
declare module 'bpmn-auto-layout' {
  export function layoutProcess(xml: string): Promise<string>;
}
