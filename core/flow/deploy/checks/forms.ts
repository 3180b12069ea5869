import type { FormField } from '../../graph/index.ts';
import type { Check } from './check.ts';

/** Field types a form in place can show: those of records that a person can type in. */
const fieldTypes = new Set(
  `text longText integer decimal money boolean date dateTime duration select multiSelect email phone url user relation relationMany`.split(
    ' ',
  ),
);

export const checkForms: Check = ({ graph, findings }, { screens, entities }) => {
  for (const node of Object.values(graph.nodes)) {
    const form = node.work?.form;
    if (!form) continue;
    if ('screen' in form) {
      if (screens && !screens.has(form.screen)) findings.add('screen-unknown', node, { screen: form.screen });
      continue;
    }
    const seen = new Set<string>();
    for (const field of form.fields) {
      if (!fieldTypes.has(field.type))
        findings.add('form-field-type', node, { field: field.id, type: field.type });
      if (!field.label) findings.add('form-field-unlabelled', node, { field: field.id });
      const called = field.label ?? field.id;
      if (isChoice(field) && !field.options?.length)
        findings.add('form-field-options', node, { field: called });
      if (isRelation(field) && field.entity === undefined)
        findings.add('form-field-entity', node, { field: called });
      if (seen.has(field.id)) findings.add('form-field-twice', node, { field: field.id });
      if (field.entity !== undefined && entities && !entities.has(field.entity))
        findings.add('record-entity-unknown', node, { entity: field.entity });
      seen.add(field.id);
    }
  }
};

const isChoice = ({ type }: FormField): boolean => type === 'select' || type === 'multiSelect';
const isRelation = ({ type }: FormField): boolean => type === 'relation' || type === 'relationMany';
