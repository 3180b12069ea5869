import { readPath } from '../../../web/condition/read-condition.ts';
import { parseExpression, type ExpressionNode } from '../../../web/expression/parse-expression.ts';
import { readTaskBinding } from '../../moddle/task-binding.ts';
import { schemaFields, type SchemaField } from '../../moddle/schema-fields.ts';
import type { KnownField, KnownFields, LintRule } from '../finding.ts';

/** An input that takes a text gets one: neither a whole record nor what may be several. */
export const textInputs: LintRule = {
  check(element, { tasks, subject, fields }) {
    const { type, inputs } = readTaskBinding(element);
    const task = tasks.get(type);
    if (!task || !subject || !fields) return [];
    const texts = schemaFields(task.input).filter(isText);
    return texts.flatMap((input) => {
      const source = inputs.find(({ name }) => name === input.name)?.value ?? '';
      const trails = pathsIn(source).map((path) => trailOf(path, { subject, fields }));
      const wrong = trails.flatMap((trail) => wrongWith(trail, input) ?? []);
      return wrong.slice(0, 1);
    });
  },
};

const isText = ({ type, entity, recordOf, choose, choices }: SchemaField): boolean =>
  type === 'text' && entity === '' && recordOf === '' && choose === '' && choices.length === 0;

function wrongWith(trail: readonly KnownField[], input: SchemaField) {
  const last = trail.at(-1);
  if (!last) return undefined;
  const params = { input: input.label, field: last.label };
  if (last.entity !== '') return { code: 'input-record', severity: 'warning' as const, params };
  const many = trail.find(({ isMany }) => isMany);
  if (!many) return undefined;
  return { code: 'input-many', severity: 'warning' as const, params: { ...params, field: many.label } };
}

/** The fields that a path goes through; none where one of them is not known. */
function trailOf(
  path: readonly string[],
  { subject, fields }: { subject: string; fields: KnownFields },
): KnownField[] {
  const trail: KnownField[] = [];
  for (const name of path) {
    const field = fields[trail.at(-1)?.entity ?? subject]?.fields[name];
    // A member that no definition lists, such as an id or the name of a person, is a value.
    if (!field) return trail.length > 0 ? [...trail, { label: name, entity: '' }] : [];
    trail.push(field);
  }
  return trail;
}

/** The paths that a source is, or that it joins to a text. */
function pathsIn(source: string): string[][] {
  const node = source.trim() === '' ? null : parseExpression(source);
  return node
    ? joined(node).flatMap((part) => {
        const [root, ...path] = readPath(part)?.split('.') ?? [];
        return root === '$subject' && path.length > 0 ? [path] : [];
      })
    : [];
}

const joined = (node: ExpressionNode): ExpressionNode[] =>
  node.type === 'binary' && node.value === '&' && node.lhs && node.rhs
    ? [...joined(node.lhs), ...joined(node.rhs)]
    : [node];
