import { extensionOf } from './extension.ts';
import { childrenOf, textOf, type CreateElement, type ModdleElement } from './moddle-element.ts';
import type { Pair } from './pairs.ts';

/** The decision that a business rule task asks. */
export interface DecisionBinding {
  ref: string;
  /** `latest`, `deployment`, or a number. */
  version: string;
  inputs: Pair[];
  /** The variable that gets the result. */
  result: string;
}

/** Null where the task runs a task type, or nothing yet. */
export const readDecision = (element: ModdleElement): DecisionBinding | null => {
  const decision = extensionOf(element, 'relata:Decision');
  if (!decision) return null;
  return {
    ref: textOf(decision, 'ref'),
    version: textOf(decision, 'version') || 'latest',
    inputs: childrenOf(decision, 'inputs').map((input) => ({
      name: textOf(input, 'name'),
      value: textOf(input, 'value') || textOf(input, 'name'),
    })),
    result: textOf(decision, 'result'),
  };
};

export const writeDecision = (
  create: CreateElement,
  { ref, version, inputs, result }: DecisionBinding,
): ModdleElement => {
  const decision = create('relata:Decision', {
    ref,
    ...(version !== 'latest' && { version }),
    ...(result && { result }),
    inputs: inputs.map((input) => create('relata:Input', { ...input })),
  });
  for (const child of childrenOf(decision, 'inputs')) child.$parent = decision;
  return decision;
};
