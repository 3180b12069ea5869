import { html, nothing } from 'lit';
import { t } from '../../../web/data/i18n.ts';
import { eventKinds } from '../../moddle/event-definition.ts';
import { extensionOf } from '../../moddle/extension.ts';
import { childOf, childrenOf, isA, textOf, type ModdleElement } from '../../moddle/moddle-element.ts';
import { recordChoices } from '../field-choice.ts';
import { choiceInput, grouped, labelled, toggle } from '../inputs.ts';
import type { PanelContext, Section } from '../panel-context.ts';
import '../rl-condition-editor.ts';

const kinds = {
  manual: '',
  record: eventKinds.condition,
  timer: eventKinds.timer,
  message: eventKinds.message,
};
type StartKind = keyof typeof kinds;

/** How the flow begins. */
export const start: Section = (context) => {
  const { element, model, edit } = context;
  const isTopLevel = model.$parent && isA(model.$parent, 'bpmn:Process');
  if (!isA(model, 'bpmn:StartEvent') || !isTopLevel) return null;
  const definition = childrenOf(model, 'eventDefinitions')[0];
  // The keys of the table are the kinds.
  const kind = (Object.keys(kinds) as StartKind[]).find((each) => kinds[each] === (definition?.$type ?? ''));
  const change = (to: string): void => {
    const type = kinds[to as StartKind]; // One of the choices below.
    const made = type ? edit.create(type) : undefined;
    if (made) made.$parent = model;
    edit.properties(element, { eventDefinitions: made ? [made] : [] });
  };
  return html`${labelled(
    t('designer.start.kind'),
    choiceInput({
      value: kind ?? '',
      ...(kind ? {} : { none: t('designer.start.other') }),
      choices: Object.keys(kinds).map((value) => ({ value, label: t(`designer.start.${value}`) })),
      change,
    }),
    kind === 'manual' ? t('designer.start.manual.help') : '',
  )}
  ${kind === 'record' && definition ? recordStart(context, definition) : nothing}`;
};

const recordStart = (context: PanelContext, definition: ModdleElement) => {
  const { element, model, edit, meta, subject } = context;
  // Beside the condition, or at the event where another hand wrote it: it stays where it is.
  const atEvent = extensionOf(model, 'relata:Record');
  const record = atEvent ?? extensionOf(definition, 'relata:Record');
  const entity = textOf(record, 'entity');
  const on = textOf(record, 'on').split(/\s+/).filter(Boolean);
  const write = (to: { entity: string; on: string[] }): void =>
    edit.extensionInside(element, atEvent ? model : definition, {
      type: 'relata:Record',
      value: to.entity ? edit.create('relata:Record', { entity: to.entity, on: to.on.join(' ') }) : null,
    });
  const onToggle = (moment: string) =>
    toggle({
      isOn: on.includes(moment),
      label: t(`designer.start.${moment}`),
      change: (isOn) => write({ entity, on: isOn ? [...on, moment] : on.filter((each) => each !== moment) }),
    });
  return html`${labelled(
    t('designer.start.entity'),
    choiceInput({
      value: entity,
      none: t('designer.none'),
      choices: meta.entities.map((each) => ({ value: each.id, label: each.label.one })),
      change: (chosen) => write({ entity: chosen, on: on.length > 0 ? on : ['created', 'updated'] }),
    }),
    entity && subject && entity !== subject ? t('designer.start.otherSubject') : '',
  )}
  ${grouped(t('designer.start.on'), html`<div class="line">${onToggle('created')}${onToggle('updated')}</div>`)}
  ${grouped(
    t('designer.start.condition'),
    html`<rl-condition-editor
      .value=${textOf(childOf(definition, 'condition'), 'body')}
      .choices=${recordChoices(meta, { entity: entity || subject, root: '$record' })}
      @rl-change=${(event: CustomEvent<{ value: string }>) =>
        edit.expression(element, definition, { name: 'condition', source: event.detail.value })}
    ></rl-condition-editor>`,
    t('designer.start.condition.help'),
  )}`;
};
