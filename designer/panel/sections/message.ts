import { html } from 'lit';
import { t } from '../../../web/data/i18n.ts';
import { eventDefinition } from '../../moddle/event-definition.ts';
import { childOf, isA, textOf } from '../../moddle/moddle-element.ts';
import { grouped, labelled, textInput } from '../inputs.ts';
import type { Section } from '../panel-context.ts';
import '../rl-expression.ts';

/** Which message, and whose. */
export const message: Section = ({ element, model, edit, choices }) => {
  const part = eventDefinition(model, 'message') ?? (isA(model, 'bpmn:ReceiveTask') ? model : undefined);
  if (!part) return null;
  return html`${labelled(
    t('designer.message.name'),
    textInput({
      value: textOf(childOf(part, 'messageRef'), 'name'),
      placeholder: 'order-paid',
      change: (name) =>
        edit.refer(element, part, { property: 'messageRef', type: 'bpmn:Message', identity: name.trim() }),
    }),
    t('designer.message.name.help'),
  )}
  ${grouped(
    t('designer.message.key'),
    html`<rl-expression
      .value=${textOf(part, 'relata:correlationKey')}
      .choices=${choices}
      label=${t('designer.message.key')}
      placeholder="$subject.id"
      @rl-change=${(event: CustomEvent<{ value: string }>) =>
        edit.inside(element, part, { 'relata:correlationKey': event.detail.value || undefined })}
    ></rl-expression>`,
    t('designer.message.key.help'),
  )}`;
};
