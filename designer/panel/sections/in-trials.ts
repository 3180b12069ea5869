import { html } from 'lit';
import { t } from '../../../web/data/i18n.ts';
import { extensionOf } from '../../moddle/extension.ts';
import { readForm } from '../../moddle/form.ts';
import { eventKinds } from '../../moddle/event-definition.ts';
import { childrenOf, isA, textOf, type ModdleElement } from '../../moddle/moddle-element.ts';
import { plainField, schemaFields, type SchemaField } from '../../moddle/schema-fields.ts';
import { readTaskBinding } from '../../moddle/task-binding.ts';
import { readDuration } from '../../timer/read-timer.ts';
import { units } from '../../timer/timer.ts';
import { writeDuration } from '../../timer/write-timer.ts';
import { choiceInput, folded, grouped, textInput } from '../inputs.ts';
import type { PanelContext, Section } from '../panel-context.ts';
import '../rl-task-input.ts';

const standsIn = [
  'bpmn:UserTask',
  'bpmn:ServiceTask',
  'bpmn:SendTask',
  'bpmn:ReceiveTask',
  'bpmn:CatchEvent',
];

/** What stands in for a person, another system or a message where the flow is tried: how long it takes, what it brings. */
export const inTrials: Section = (context) => {
  const { element, model, edit, choices, subject } = context;
  if (!isA(model, ...standsIn) || isA(model, 'bpmn:StartEvent') || isTimer(model)) return null;
  const output = textOf(extensionOf(model, 'relata:Example'), 'output');
  const write = (source: string): void =>
    edit.extension(
      element,
      'relata:Example',
      source.trim() && source.trim() !== '{}' ? edit.create('relata:Example', { output: source }) : null,
    );
  return folded(
    t('designer.trials'),
    html`${duration(context)}
    ${grouped(
      t('designer.trials.brings'),
      html`<rl-task-input
        .field=${{ ...plainField(t('designer.trials.brings'), 'object'), members: membersOf(context) }}
        .value=${output}
        .choices=${choices}
        subject=${subject}
        @rl-change=${(event: CustomEvent<{ value: string }>) => write(event.detail.value)}
      ></rl-task-input>`,
      t('designer.trials.brings.help'),
    )}`,
  );
};

/** Time passes by itself. */
const isTimer = (model: ModdleElement): boolean =>
  childrenOf(model, 'eventDefinitions').some(({ $type }) => $type === eventKinds.timer);

const duration = ({ element, model, edit }: PanelContext) => {
  const said = textOf(extensionOf(model, 'relata:Estimate'), 'duration');
  const read = readDuration(said);
  const write = (text: string): void =>
    edit.extension(
      element,
      'relata:Estimate',
      text ? edit.create('relata:Estimate', { duration: text }) : null,
    );
  if (said && !read)
    return grouped(
      t('designer.trials.takes'),
      textInput({ value: said, isMono: true, label: t('designer.trials.takes'), change: write }),
    );
  const unit = read?.unit ?? 'days';
  return grouped(
    t('designer.trials.takes'),
    html`<div class="line">
      ${textInput({
        type: 'number',
        min: 1,
        value: read ? String(read.amount) : '',
        label: t('designer.trials.takes'),
        placeholder: '–',
        change: (text) => write(Number(text) > 0 ? writeDuration(Math.round(Number(text)), unit) : ''),
      })}
      ${choiceInput({
        value: unit,
        label: t('designer.timer.unit'),
        choices: units.map((value) => ({ value, label: t(`designer.unit.${value}`) })),
        change: (chosen) =>
          write(writeDuration(read?.amount ?? 1, units.find((each) => each === chosen) ?? 'days')),
      })}
    </div>`,
    t('designer.trials.takes.help'),
  );
};

/** What a person fills in, or what the task type answers; nothing is known of what a message brings. */
function membersOf({ model, meta }: PanelContext): SchemaField[] {
  if (isA(model, 'bpmn:UserTask')) {
    return readForm(model).fields.map(({ id, label, type, options, entity }) => ({
      ...plainField(id, plainTypes[type] ?? 'text'),
      label: label || id,
      format: type === 'date' ? 'date' : type === 'dateTime' ? 'date-time' : '',
      choices: options.map(({ value }) => value),
      choiceLabels: Object.fromEntries(options.map(({ value, label: words }) => [value, words || value])),
      entity: type === 'user' ? 'user' : (entity ?? ''),
    }));
  }
  const { type } = readTaskBinding(model);
  return schemaFields(meta.tasks.find((task) => task.id === type)?.output ?? {});
}

const plainTypes: Readonly<Record<string, SchemaField['type']>> = {
  integer: 'number',
  decimal: 'number',
  boolean: 'boolean',
  money: 'any',
  multiSelect: 'any',
};
