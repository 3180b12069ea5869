import { t } from '../../web/data/i18n.ts';

/** A decision table with one input and one output, to begin with, in the reader's language: FEEL takes names in any. */
export const newTable = ({ key, name }: { key: string; name: string }): string => {
  const [input, output, small, large] = ['input', 'output', 'small', 'large'].map((word) =>
    escaped(t(`designer.decisions.first.${word}`)),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:dmndi="https://www.omg.org/spec/DMN/20191111/DMNDI/" xmlns:dc="http://www.omg.org/spec/DMN/20180521/DC/" id="definitions_${key}" name="${escaped(name)}" namespace="urn:relata:decisions">
  <decision id="${key}" name="${escaped(name)}">
    <variable id="variable_${key}" name="${key.replaceAll('-', '_')}"/>
    <decisionTable id="table_${key}" hitPolicy="FIRST">
      <input id="input_1" label="${input}"><inputExpression id="expression_1" typeRef="number"><text>${input}</text></inputExpression></input>
      <output id="output_1" label="${output}" name="${output}" typeRef="string"/>
      <rule id="rule_1"><inputEntry id="entry_1_1"><text>&lt; 1000</text></inputEntry><outputEntry id="entry_1_2"><text>"${small}"</text></outputEntry></rule>
      <rule id="rule_2"><inputEntry id="entry_2_1"><text></text></inputEntry><outputEntry id="entry_2_2"><text>"${large}"</text></outputEntry></rule>
    </decisionTable>
  </decision>
  <dmndi:DMNDI><dmndi:DMNDiagram><dmndi:DMNShape dmnElementRef="${key}"><dc:Bounds height="80" width="180" x="160" y="100"/></dmndi:DMNShape></dmndi:DMNDiagram></dmndi:DMNDI>
</definitions>`;
};

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
