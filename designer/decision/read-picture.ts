/** A decision as a file says it, for showing: what the columns are called and what stands in the cells. */
export interface DecisionPicture {
  inputs: string[];
  outputs: string[];
  rules: { inputs: string[]; outputs: string[]; note: string }[];
  /** Of a decision that is no table. */
  expression: string | null;
}

/** Null where the file has no such decision. */
export function readPicture(xml: string, key: string): DecisionPicture | null {
  const file = new DOMParser().parseFromString(xml, 'application/xml');
  const decision = [...file.getElementsByTagNameNS('*', 'decision')].find(
    (each) => each.getAttribute('id') === key,
  );
  if (!decision) return null;
  const [table] = childrenOf(decision, 'decisionTable');
  const [literal] = childrenOf(decision, 'literalExpression');
  if (!table) return { inputs: [], outputs: [], rules: [], expression: literal ? textOf(literal) : '' };
  return {
    inputs: childrenOf(table, 'input').map((input) => labelOf(input) || textOf(input)),
    outputs: childrenOf(table, 'output').map(
      (output) => labelOf(output) || (output.getAttribute('name') ?? ''),
    ),
    rules: childrenOf(table, 'rule').map((rule) => ({
      inputs: childrenOf(rule, 'inputEntry').map(textOf),
      outputs: childrenOf(rule, 'outputEntry').map(textOf),
      note: [...childrenOf(rule, 'annotationEntry'), ...childrenOf(rule, 'description')]
        .map(noteOf)
        .join(' '),
    })),
    expression: null,
  };
}

/** The ids of the decisions in a file, with their names; empty for what is no DMN. */
export const decisionsIn = (xml: string): { key: string; name: string }[] =>
  [...new DOMParser().parseFromString(xml, 'application/xml').getElementsByTagNameNS('*', 'decision')].map(
    (each) => ({ key: each.getAttribute('id') ?? '', name: each.getAttribute('name') ?? '' }),
  );

const childrenOf = (element: Element, name: string): Element[] =>
  [...element.children].filter((child) => child.localName === name);

const labelOf = (element: Element): string => element.getAttribute('label') ?? '';

const textOf = (element: Element): string =>
  element.getElementsByTagNameNS('*', 'text')[0]?.textContent?.trim() ?? '';

const noteOf = (element: Element): string => textOf(element) || (element.textContent?.trim() ?? '');
