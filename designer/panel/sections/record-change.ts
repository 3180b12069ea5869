import { html, nothing } from 'lit';
import { entityChoices } from '../../../web/data/entity-choices.ts';
import { t } from '../../../web/data/i18n.ts';
import { extensionOf } from '../../moddle/extension.ts';
import { childOf, textOf, type ModdleElement } from '../../moddle/moddle-element.ts';
import { conditionInput } from '../expression-input.ts';
import { recordName } from '../scope-names.ts';
import { choiceInput, grouped, labelled, toggle } from '../inputs.ts';
import type { PanelContext } from '../panel-context.ts';

interface RecordWords {
  /** What no entity means. */
  none: string;
  condition: string;
  help?: string;
}

/** Which records, when they are created or changed, and what must become true of them. */
export const recordChange = (context: PanelContext, definition: ModdleElement, words: RecordWords) => {
  const { element, model, edit, meta, subject, choices } = context;
  // Beside the condition, or at the event where another hand wrote it: it stays where it is.
  const atEvent = context.definition ? undefined : extensionOf(model, 'relata:Record');
  const record = atEvent ?? extensionOf(definition, 'relata:Record');
  const entity = textOf(record, 'entity');
  const on = (record ? textOf(record, 'on') || 'created updated' : '').split(/[\s,]+/).filter(Boolean);
  const isTopStart = words.help !== undefined;
  const of = entity || (isTopStart ? subject : '');
  const ofRecord = ['$record', '$before'].flatMap((root) => recordName(meta, { entity: of, root }));
  const write = (to: { entity: string; on: string[] }): void =>
    edit.extensionInside(element, atEvent ? model : definition, {
      type: 'relata:Record',
      value: to.entity ? edit.create('relata:Record', { entity: to.entity, on: to.on.join(' ') }) : null,
    });
  const source = textOf(childOf(definition, 'condition'), 'body');
  const ask = (condition: string): void =>
    edit.expression(element, definition, { name: 'condition', source: condition });
  // What is true of every record becomes true when it is created.
  const isEach = isTopStart && source.trim() === 'true';
  const onToggle = (moment: string) =>
    toggle({
      isOn: on.includes(moment),
      label: t(`designer.start.${moment}`),
      // Of neither there is nothing to wait for: the last one stays.
      change: (isOn) => {
        const wanted = isOn ? [...on, moment] : on.filter((each) => each !== moment);
        if (wanted.length > 0) write({ entity, on: wanted });
        else context.refresh();
      },
    });
  const which = () =>
    labelled(
      t('designer.start.which'),
      choiceInput({
        value: isEach ? 'each' : 'some',
        choices: ['some', 'each'].map((value) => ({ value, label: t(`designer.start.which.${value}`) })),
        change: (value) => {
          if (value === 'each' && !on.includes('created')) write({ entity: of, on: ['created', ...on] });
          ask(value === 'each' ? 'true' : '');
        },
      }),
      isEach ? t('designer.start.which.each.help') : '',
    );
  return html`${labelled(
    t('designer.start.entity'),
    choiceInput({
      value: entity,
      none: words.none,
      choices: entityChoices(meta),
      change: (chosen) => write({ entity: chosen, on: on.length > 0 ? on : ['created', 'updated'] }),
    }),
    isTopStart && entity && subject && entity !== subject ? t('designer.start.otherSubject') : '',
  )}
  ${isTopStart && of ? which() : nothing}
  ${
    (entity || isTopStart) && !isEach
      ? grouped(
          t('designer.start.on'),
          html`<div class="line">${onToggle('created')}${onToggle('updated')}</div>`,
        )
      : nothing
  }
  ${
    isEach
      ? nothing
      : conditionInput({
          label: words.condition,
          help: words.help,
          value: source,
          choices: isTopStart ? ofRecord : [...ofRecord, ...choices],
          change: ask,
        })
  }`;
};

/** At the start of a flow. */
export const startWords = (): RecordWords => ({
  none: t('designer.none'),
  condition: t('designer.start.condition'),
  help: t('designer.start.condition.help'),
});
