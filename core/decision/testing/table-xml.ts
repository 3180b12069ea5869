/** DMN files for tests, from the texts of their cells. */
export interface TableSketch {
  id?: string;
  hitPolicy?: string;
  aggregation?: string;
  /** `expression` or `expression: type` or `expression: type = allowed`. */
  inputs: string[];
  /** `name: type = values` */
  outputs: string[];
  /** Cells of a rule, inputs first, parted by `|`. */
  rules: string[];
  /** Ids of what it needs. */
  needs?: string[];
  /** Of the first output. */
  fallback?: string;
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const body = (text: string): string => `<text>${escaped(text)}</text>`;

export const decisionXml = (inner: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="file" name="file" namespace="urn:test">${inner}</definitions>`;

export const tableXml = (sketch: TableSketch): string => decisionXml(decisionOf(sketch));

export const literalXml = (id: string, text: string, needs: string[] = []): string =>
  `<decision id="${id}" name="${id}"><variable id="${id}_v" name="${id}"/>${needs.map((need) => needOf(need, id)).join('')}<literalExpression id="${id}_l">${body(text)}</literalExpression></decision>`;

export function decisionOf({
  id = 'discount',
  hitPolicy,
  aggregation,
  inputs,
  outputs,
  rules,
  needs = [],
  fallback,
}: TableSketch): string {
  const attributes = [
    hitPolicy === undefined ? '' : ` hitPolicy="${hitPolicy}"`,
    aggregation === undefined ? '' : ` aggregation="${aggregation}"`,
  ].join('');
  const content = [
    ...inputs.map(inputOf),
    ...outputs.map((output, index) => outputOf(output, index, fallback)),
    ...rules.map((rule, index) => ruleOf(rule, index, inputs.length)),
  ].join('\n');
  // Ids are unique in a file of several.
  const own = id === 'discount' ? content : content.replaceAll(' id="', ` id="${id}_`);
  const required = needs.map((need) => needOf(need, id)).join('');
  return `<decision id="${id}" name="${id}"><variable id="${id}_v" name="${id}"/>${required}<decisionTable id="${id}_t"${attributes}>
${own}
</decisionTable></decision>`;
}

const needOf = (id: string, by: string): string =>
  `<informationRequirement id="need_${by}_${id}"><requiredDecision href="#${id}"/></informationRequirement>`;

function partsOf(text: string): { name: string; type: string; values: string } {
  const [, name = '', type = '', values = ''] = /^([^:=]*)(?::\s*(\w+))?(?:\s*=\s*(.*))?$/.exec(text) ?? [];
  return { name: name.trim(), type: type || 'Any', values };
}

function inputOf(text: string, index: number): string {
  const { name, type, values } = partsOf(text);
  const allowed = values === '' ? '' : `<inputValues id="iv${index}">${body(values)}</inputValues>`;
  return `<input id="i${index}" label="${name}"><inputExpression id="ie${index}" typeRef="${type}">${body(name)}</inputExpression>${allowed}</input>`;
}

function outputOf(text: string, index: number, fallback: string | undefined): string {
  const { name, type, values } = partsOf(text);
  const allowed = values === '' ? '' : `<outputValues id="ov${index}">${body(values)}</outputValues>`;
  const usual =
    fallback === undefined || index > 0
      ? ''
      : `<defaultOutputEntry id="d${index}">${body(fallback)}</defaultOutputEntry>`;
  return `<output id="o${index}" label="${name}" name="${name}" typeRef="${type}">${allowed}${usual}</output>`;
}

function ruleOf(text: string, index: number, inputs: number): string {
  const cells = text.split('|').map((cell) => cell.trim());
  const entries = cells.map((cell, column) => {
    const tag = column < inputs ? 'inputEntry' : 'outputEntry';
    return `<${tag} id="r${index}c${column}">${body(cell)}</${tag}>`;
  });
  return `<rule id="r${index}">${entries.join('')}</rule>`;
}
