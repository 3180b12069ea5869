import { html, nothing } from 'lit';
import { t } from '../../../web/data/i18n.ts';
import { childOf, isA, textOf, type ModdleElement } from '../../moddle/moddle-element.ts';
import { readTaskBinding } from '../../moddle/task-binding.ts';
import { expressionInput } from '../expression-input.ts';
import { labelled, textInput } from '../inputs.ts';
import type { Section } from '../panel-context.ts';
import { shownDefinition } from '../shown-definition.ts';
import { payload } from './payload.ts';

/** Which message, and whose. */
export const message: Section = (context) => {
  const { element, model, edit, choices } = context;
  const part = shownDefinition(context, 'message') ?? (isMessageTask(model) ? model : undefined);
  if (!part) return null;
  const isSent = isA(model, 'bpmn:ThrowEvent', 'bpmn:SendTask');
  const isTopStart = isA(model, 'bpmn:StartEvent') && model.$parent && isA(model.$parent, 'bpmn:Process');
  return html`${labelled(
    t('designer.message.name'),
    textInput({
      value: textOf(childOf(part, 'messageRef'), 'name'),
      placeholder: 'order-paid',
      change: (name) =>
        edit.refer(element, part, { property: 'messageRef', type: 'bpmn:Message', identity: name.trim() }),
    }),
    t(isSent ? 'designer.message.sent.help' : 'designer.message.name.help'),
  )}
  ${expressionInput({
    label: t('designer.message.key'),
    help: t(`designer.message.key.${isSent ? 'sent' : isTopStart ? 'start' : 'help'}`),
    value: textOf(part, 'relata:correlationKey'),
    placeholder: isTopStart ? 'orderId' : '$subject.id',
    choices,
    change: (source) => edit.inside(element, part, { 'relata:correlationKey': source || undefined }),
  })}
  ${isSent ? payload(context, part) : nothing}`;
};

/** A send task calls a task, or sends a message where it has none. */
const isMessageTask = (model: ModdleElement): boolean =>
  isA(model, 'bpmn:ReceiveTask') || (isA(model, 'bpmn:SendTask') && readTaskBinding(model).type === '');
