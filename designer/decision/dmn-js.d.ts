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

declare module 'dmn-js-decision-table/lib/features/type-ref/components/TypeRefCellContextMenu' {
  interface TypeBox {
    value: string;
    options: { label: string; value: string }[];
    onChange(value: string): void;
  }
  /** A menu of one part: a label, and the box of the type. */
  export default class TypeRefCellContextMenu {
    render(): { children: { children: [unknown, { props: TypeBox }] } };
  }
}
