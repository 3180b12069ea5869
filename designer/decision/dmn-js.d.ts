/** As much of dmn-js as the editor of decision tables uses; the package brings no types. */
declare module 'dmn-js/lib/Modeler' {
  export default class DmnModeler {
    constructor(options: Record<string, unknown>);
    importXML(xml: string): Promise<{ warnings: unknown[] }>;
    saveXML(options: { format: boolean }): Promise<{ xml: string }>;
    getViews(): unknown[];
    getActiveView(): unknown;
    getActiveViewer(): unknown;
    open(view: unknown): Promise<unknown>;
    on(event: string, listener: () => void): void;
    destroy(): void;
  }
}
