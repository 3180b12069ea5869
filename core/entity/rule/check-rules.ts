import type { EntityDefinition } from '../definition.ts';
import { expressionRefusal } from '../formula/check-formula.ts';

type Fail = (pointer: string, code: string, params?: Record<string, unknown>) => void;

const ruleId = /^[a-z][a-zA-Z0-9_-]{0,60}$/;
const mostRules = 100;
const mostFields = 5;

/** Whether validation rules and unique rules can be enforced. */
export function checkRules(definition: EntityDefinition, fail: Fail): void {
  const rules = Object.entries(definition.rules ?? {});
  const uniques = Object.entries(definition.uniques ?? {});
  if (rules.length + uniques.length > mostRules) fail('/rules', 'rules-many', { max: mostRules });
  for (const [id, rule] of rules) {
    const at = `/rules/${id.slice(0, 80)}`;
    if (!ruleId.test(id)) fail(at, 'rule-id-invalid', { rule: id.slice(0, 80) });
    const refusal = expressionRefusal(definition, rule.expression, { bindings: ['before', 'actor'] });
    if (refusal) fail(at, refusal.code, { rule: id, ...refusal.params, field: rule.message });
    if (!rule.message.en && !rule.message['zh-CN']) fail(at, 'rule-message-missing', { rule: id });
    if (rule.field !== undefined && !(rule.field in definition.fields))
      fail(at, 'rule-field-unknown', { rule: id, field: rule.field });
  }
  for (const [id, { fields }] of uniques) {
    const at = `/uniques/${id.slice(0, 80)}`;
    if (!ruleId.test(id)) fail(at, 'rule-id-invalid', { rule: id.slice(0, 80) });
    if (fields.length < 2 || fields.length > mostFields || new Set(fields).size < fields.length)
      fail(at, 'unique-fields-count', { rule: id, max: mostFields });
    for (const field of fields)
      if (!canBeUnique(definition, field))
        fail(at, 'unique-field-wrong', { rule: id, field: field.slice(0, 80) });
  }
}

/** Values of one column that can be compared for being the same. */
function canBeUnique(definition: EntityDefinition, id: string): boolean {
  if (id === 'owner') return true;
  const type = definition.fields[id]?.type;
  return (
    type !== undefined &&
    [
      ...['text', 'integer', 'decimal', 'money', 'boolean', 'date', 'dateTime', 'duration', 'select'],
      ...['email', 'phone', 'url', 'user', 'relation', 'autoNumber'],
    ].includes(type)
  );
}
