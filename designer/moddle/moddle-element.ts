/** What the designer needs of an element of the BPMN model; bpmn-moddle brings no types for its elements. */
export interface ModdleElement {
  readonly $type: string;
  $parent?: ModdleElement;
  readonly $attrs?: Record<string, string>;
  readonly $children?: ModdleElement[];
  $instanceOf(type: string): boolean;
  get(name: string): unknown;
  set(name: string, value: unknown): void;
}

/** Makes elements of the model: bpmn-moddle's `create`, or the one of a running modeler. */
export type CreateElement = (type: string, properties?: Record<string, unknown>) => ModdleElement;

export const isA = (element: ModdleElement, ...types: string[]): boolean =>
  types.some((type) => element.$instanceOf(type));

/** A text property; empty when absent. */
export const textOf = (element: ModdleElement | undefined, name: string): string => {
  const value = element?.get(name);
  return value === undefined || value === null ? '' : String(value);
};

export const childOf = (element: ModdleElement | undefined, name: string): ModdleElement | undefined =>
  // Callers name single-valued properties that hold elements, as the BPMN descriptor says.
  element?.get(name) as ModdleElement | undefined;

export const childrenOf = (element: ModdleElement | undefined, name: string): ModdleElement[] =>
  // Callers name many-valued properties that hold elements, as the BPMN descriptor says.
  (element?.get(name) as ModdleElement[] | undefined) ?? [];

export const idOf = (element: ModdleElement | undefined): string => textOf(element, 'id');
export const nameOf = (element: ModdleElement | undefined): string => textOf(element, 'name');
