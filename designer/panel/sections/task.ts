import { html, nothing } from 'lit';
import { t } from '../../../web/data/i18n.ts';
import type { MetaTask } from '../../../web/data/meta.ts';
import { readDecision } from '../../moddle/decision.ts';
import { isA } from '../../moddle/moddle-element.ts';
import { plainField, schemaFields, type SchemaField } from '../../moddle/schema-fields.ts';
import { readTaskBinding, writeTaskBinding, type TaskBinding } from '../../moddle/task-binding.ts';
import { choiceInput, grouped, labelled } from '../inputs.ts';
import type { PanelContext, Section } from '../panel-context.ts';
import { followEntity } from '../record-of-entity.ts';
import '../rl-output-editor.ts';
import '../rl-task-input.ts';

/** What the system does: a task type, what it needs, and what is kept of its answer. */
export const task: Section = (context) => {
  const { element, model, edit, meta } = context;
  if (readDecision(model)) return null;
  if (!isA(model, 'bpmn:ServiceTask', 'bpmn:SendTask', 'bpmn:BusinessRuleTask')) return null;
  const binding = readTaskBinding(model);
  const type = meta.tasks.find((each) => each.id === binding.type);
  const write = (changed: Partial<TaskBinding>): void =>
    edit.extension(element, 'relata:Task', writeTaskBinding(edit.create, { ...binding, ...changed }));
  return html`${labelled(
    t('designer.task.type'),
    choiceInput({
      value: binding.type,
      none: t('designer.task.choose'),
      choices: meta.tasks.map((each) => ({ value: each.id, label: each.label, group: each.groupLabel })),
      change: (chosen) =>
        write({
          type: chosen,
          inputs: keptInputs(
            binding,
            meta.tasks.find((each) => each.id === chosen),
          ),
        }),
    }),
    type?.help ?? '',
  )}
  ${binding.type && !type ? html`<div class="fault">${t('designer.problem.task-unknown', { name: binding.type, type: binding.type })}</div>` : nothing}
  ${type ? inputs(context, { type, binding, write }) : nothing}
  ${type ? outputs(type, binding, write) : nothing}`;
};

/** Inputs that the chosen type has as well. */
const keptInputs = (binding: TaskBinding, type: MetaTask | undefined): TaskBinding['inputs'] => {
  const names = new Set(type ? schemaFields(type.input).map((field) => field.name) : []);
  return binding.inputs.filter((input) => names.has(input.name));
};

interface Bound {
  type: MetaTask;
  binding: TaskBinding;
  write: (changed: Partial<TaskBinding>) => void;
}

const inputs = ({ choices, subject, meta }: PanelContext, { type, binding, write }: Bound) => {
  const fields = schemaFields(type.input);
  const known = new Set(fields.map((field) => field.name));
  const others: SchemaField[] = binding.inputs
    .filter((input) => !known.has(input.name))
    .map(({ name }) => plainField(name));
  const change = (name: string, value: string): void => {
    const rest = binding.inputs.filter((input) => input.name !== name);
    const at = binding.inputs.findIndex((input) => input.name === name);
    if (value.trim() !== '') rest.splice(at < 0 ? rest.length : at, 0, { name, value });
    write({ inputs: followEntity({ meta, subject, fields }, { inputs: rest, changed: name }) });
  };
  return [...fields, ...others].map((field) =>
    grouped(
      `${field.label}${field.isRequired ? ' *' : ''}`,
      html`<rl-task-input
        .field=${field}
        .value=${binding.inputs.find((input) => input.name === field.name)?.value ?? ''}
        .choices=${choices}
        subject=${subject}
        .siblings=${binding.inputs}
        @rl-change=${(event: CustomEvent<{ value: string }>) => change(field.name, event.detail.value)}
      ></rl-task-input>`,
      field.help,
    ),
  );
};

const outputs = (type: MetaTask, binding: TaskBinding, write: Bound['write']) =>
  grouped(
    t('designer.task.outputs'),
    html`<rl-output-editor
      .outputs=${binding.outputs}
      .answers=${schemaFields(type.output)}
      @rl-change=${(event: CustomEvent<{ outputs: TaskBinding['outputs'] }>) =>
        write({ outputs: event.detail.outputs })}
    ></rl-output-editor>`,
    binding.outputs.length === 0 ? t('designer.task.outputs.help') : '',
  );
