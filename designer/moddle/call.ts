import { textOf, type ModdleElement } from './moddle-element.ts';

export const bindings = ['latest', 'deployment', 'version'] as const;
export type Binding = (typeof bindings)[number];

/** Which flow a call activity starts, and in which version. */
export interface Call {
  /** Its key; empty where an expression says it. */
  flow: string;
  /** JSONata that gives the key; null where the key is fixed. */
  expression: string | null;
  binding: Binding;
  version: string;
}

export const readCall = (element: ModdleElement): Call => {
  const expression = element.get('relata:flow');
  const version = textOf(element, 'relata:version');
  const said = textOf(element, 'relata:binding') || (version ? 'version' : 'latest');
  return {
    // Other tools put a prefix before it, which says nothing here.
    flow: textOf(element, 'calledElement').replace(/^.*:/, ''),
    expression: expression === undefined ? null : textOf(element, 'relata:flow'),
    binding: bindings.find((each) => each === said) ?? 'latest',
    version,
  };
};

/** The properties that say it. */
export const writeCall = ({ flow, expression, binding, version }: Call): Record<string, unknown> => ({
  calledElement: expression === null && flow ? flow : undefined,
  'relata:flow': expression ?? undefined,
  'relata:binding': binding === 'version' ? undefined : binding,
  'relata:version': binding === 'version' ? version.trim() || '1' : undefined,
});
