import type { CreateElement, ModdleElement } from './moddle-element.ts';

/** An expression inside `parent`; undefined, which removes it, for empty text. */
export const formal = (
  create: CreateElement,
  parent: ModdleElement,
  body: string,
): ModdleElement | undefined => {
  if (body.trim() === '') return undefined;
  const expression = create('bpmn:FormalExpression', { body });
  expression.$parent = parent;
  return expression;
};
