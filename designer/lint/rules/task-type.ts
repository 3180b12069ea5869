import { extensionOf } from '../../moddle/extension.ts';
import { isA } from '../../moddle/moddle-element.ts';
import { readTaskBinding } from '../../moddle/task-binding.ts';
import { schemaFields } from '../../moddle/schema-fields.ts';
import type { LintRule } from '../finding.ts';

/** A service task says what it does, and gives what that needs. */
export const taskType: LintRule = {
  check(element, { tasks }) {
    const isDecision = isA(element, 'bpmn:BusinessRuleTask') && extensionOf(element, 'relata:Decision');
    if (!isA(element, 'bpmn:ServiceTask', 'bpmn:BusinessRuleTask') || isDecision) return [];
    const binding = readTaskBinding(element);
    if (!binding.type) return [{ code: 'task-missing', severity: 'error' }];
    const type = tasks.get(binding.type);
    if (!type) return [{ code: 'task-unknown', severity: 'error', params: { type: binding.type } }];
    const given = new Set(binding.inputs.filter((input) => input.value.trim()).map((input) => input.name));
    return schemaFields(type.input)
      .filter((field) => field.isRequired && !given.has(field.name))
      .map((field) => ({ code: 'input-missing', severity: 'error', params: { input: field.label } }));
  },
};
