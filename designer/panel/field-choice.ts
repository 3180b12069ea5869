import { entityOf, shownType, type Meta, type MetaField, type MetaOption } from '../../web/data/meta.ts';
import { readForm } from '../moddle/form.ts';
import { childrenOf, isA, nameOf, textOf, type ModdleElement } from '../moddle/moddle-element.ts';
import { readMapping } from '../moddle/pairs.ts';
import { loopOf } from '../moddle/repetition.ts';
import { readTaskBinding } from '../moddle/task-binding.ts';

/** A value that a condition can look at: a field of the record, or what an earlier step left behind. */
export interface FieldChoice {
  path: string;
  label: string;
  group: 'record' | 'variables';
  type: MetaField['type'];
  options: MetaOption[];
}

/**
 * Fields of the entity under `root` (`$subject` or `$record`), and of the records they point to, one step far:
 * deeper paths are written as expressions.
 */
export const recordChoices = (meta: Meta, of: { entity: string; root: string }): FieldChoice[] => {
  const entity = entityOf(meta, of.entity);
  if (!entity) return [];
  const own = entity.fields.map((field) => choice(field, `${of.root}.${field.id}`, field.label));
  const near = entity.fields
    .filter((field) => field.type === 'relation' && field.entity)
    .flatMap((field) =>
      (entityOf(meta, field.entity ?? '')?.fields ?? [])
        .filter((other) => !other.isSystem)
        .map((other) =>
          choice(other, `${of.root}.${field.id}.${other.id}`, `${field.label} › ${other.label}`),
        ),
    );
  return [...own, ...near];
};

const choice = (field: MetaField, path: string, label: string): FieldChoice => ({
  path,
  label,
  group: 'record',
  type: shownType(field),
  options: field.options ?? [],
});

/** What forms, task outputs and scripts of the process leave in its variables. */
export const variableChoices = (process: ModdleElement): FieldChoice[] => {
  const found = new Map<string, FieldChoice>();
  const add = (path: string, from: ModdleElement, more: Partial<FieldChoice> = {}): void => {
    if (!/^[A-Za-z_]\w*$/.test(path) || found.has(path)) return;
    const label = `${path} · ${nameOf(from) || textOf(from, 'id')}`;
    found.set(path, { path, label, group: 'variables', type: 'text', options: [], ...more });
  };
  for (const element of flowElements(process)) {
    if (isA(element, 'bpmn:UserTask')) {
      for (const { id, label, type, options } of readForm(element).fields) {
        add(id, element, { type, options, ...(label ? { label: `${label} · ${nameOf(element)}` } : {}) });
      }
    }
    if (isA(element, 'bpmn:ScriptTask')) add(textOf(element, 'relata:resultVariable'), element);
    if (isA(element, 'bpmn:Activity')) {
      for (const { variable } of readTaskBinding(element).outputs) add(variable, element);
      for (const { name } of readMapping(element, 'relata:Out').pairs) add(name, element);
      for (const name of ['elementVariable', 'outputCollection'])
        add(textOf(loopOf(element), `relata:${name}`), element);
    }
  }
  return [...found.values()];
};

const flowElements = (scope: ModdleElement): ModdleElement[] =>
  childrenOf(scope, 'flowElements').flatMap((child) =>
    isA(child, 'bpmn:SubProcess') ? [child, ...flowElements(child)] : [child],
  );
