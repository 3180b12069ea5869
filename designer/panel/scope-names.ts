import { t } from '../../web/data/i18n.ts';
import { entityOf, type Meta } from '../../web/data/meta.ts';
import type { ScopeName } from '../../web/expression/scope.ts';
import { readDecision } from '../moddle/decision.ts';
import { readForm } from '../moddle/form.ts';
import { childrenOf, isA, nameOf, textOf, type ModdleElement } from '../moddle/moddle-element.ts';
import { readMapping } from '../moddle/pairs.ts';
import { loopOf } from '../moddle/repetition.ts';
import { schemaFields } from '../moddle/schema-fields.ts';
import { readTaskBinding } from '../moddle/task-binding.ts';
import { stepsBefore } from './steps-before.ts';

/** The record that `$subject` or `$record` is; none without an entity. */
export const recordName = (meta: Meta, { entity, root }: { entity: string; root: string }): ScopeName[] => {
  const found = entityOf(meta, entity);
  if (!found) return [];
  const { one } = found.label;
  const label = root === '$before' ? t('designer.scope.before', { record: one }) : one;
  return [{ name: root, label, type: 'relation', entity }];
};

/** What forms, task outputs, decisions and scripts of the steps before an element leave in the flow's variables. */
export const variableNames = (meta: Meta, element: ModdleElement, process: ModdleElement): ScopeName[] => {
  const found = new Map<string, ScopeName>();
  for (const step of stepsBefore(element, process))
    for (const name of namesLeftBy(meta, step))
      if (/^[A-Za-z_]\w*$/.test(name.name) && !found.has(name.name))
        found.set(name.name, { ...name, origin: nameOf(step) || textOf(step, 'id') });
  return [...found.values()];
};

const plain = (name: string, type = ''): ScopeName => ({ name, label: name, type });

function namesLeftBy(meta: Meta, step: ModdleElement): ScopeName[] {
  if (isA(step, 'bpmn:DataObjectReference', 'bpmn:DataStoreReference')) return [plain(nameOf(step))];
  const loop = loopOf(step);
  return [
    ...(isA(step, 'bpmn:UserTask') ? formNames(step) : []),
    ...(isA(step, 'bpmn:ScriptTask') ? [plain(textOf(step, 'relata:resultVariable'))] : []),
    ...(isA(step, 'bpmn:BusinessRuleTask') ? [plain(readDecision(step)?.result ?? '')] : []),
    ...(isA(step, 'bpmn:Activity') ? outputNames(meta, step) : []),
    ...(isA(step, 'bpmn:Activity')
      ? readMapping(step, 'relata:Out').pairs.map(({ name }) => plain(name))
      : []),
    ...(loop
      ? ['elementVariable', 'outputCollection'].map((name) => plain(textOf(loop, `relata:${name}`)))
      : []),
    ...childrenOf(step, 'eventDefinitions').flatMap((definition) =>
      ['codeVariable', 'messageVariable'].map((name) => plain(textOf(definition, `relata:${name}`), 'text')),
    ),
  ];
}

const formNames = (step: ModdleElement): ScopeName[] =>
  readForm(step).fields.map(({ id, label, type, options, entity }) => ({
    name: id,
    label: label || id,
    type,
    options,
    ...((type === 'relation' || type === 'relationMany') && entity ? { entity } : {}),
    ...(type === 'user' ? { entity: 'user' } : {}),
  }));

/** A whole answer has no type of its own; a member of it has that of the schema. */
function outputNames(meta: Meta, step: ModdleElement): ScopeName[] {
  const { type, outputs } = readTaskBinding(step);
  const answers = schemaFields(meta.tasks.find((task) => task.id === type)?.output ?? {});
  return outputs.map(({ variable, value }) =>
    plain(variable, answers.find((answer) => answer.name === value)?.type ?? ''),
  );
}

/** What every expression of a flow knows. */
const flowNames = (): ScopeName[] => [
  { name: '$actor', label: t('designer.scope.actor'), type: 'object' },
  { name: '$instance', label: t('designer.scope.instance'), type: 'object' },
];

/** All that an expression of an element can name: the record, what the steps before it leave, and what every flow knows. */
export const namesAt = (meta: Meta, element: ModdleElement, process: ModdleElement): ScopeName[] => [
  ...recordName(meta, { entity: textOf(process, 'relata:subject'), root: '$subject' }),
  ...variableNames(meta, element, process),
  ...flowNames(),
];
