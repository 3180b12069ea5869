/** As much of bpmn-moddle as deployment uses; the package's own types describe elements, not the reader. */
declare module 'bpmn-moddle' {
  export interface ModdleWarning {
    message: string;
    error?: Error;
    element?: { id?: string; $type: string };
    property?: string;
    value?: string;
  }

  export class BpmnModdle {
    constructor(packages?: Record<string, unknown>, options?: Record<string, unknown>);
    create(type: string, attributes: Record<string, unknown>): unknown;
    toXML(element: unknown, options?: { format: boolean }): Promise<{ xml: string }>;
    fromXML(xml: string): Promise<{
      rootElement: unknown;
      elementsById: Record<string, unknown>;
      warnings: ModdleWarning[];
    }>;
  }
}
