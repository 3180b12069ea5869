import { html } from 'lit';
import { t } from '../../../web/data/i18n.ts';
import { eventDefinition } from '../../moddle/event-definition.ts';
import { childOf, isA, textOf } from '../../moddle/moddle-element.ts';
import { grouped } from '../inputs.ts';
import type { Section } from '../panel-context.ts';
import '../rl-condition-editor.ts';

/** Waiting for a change; the start of a flow has its own section. */
export const conditionEvent: Section = ({ element, model, edit, choices }) => {
  const definition = eventDefinition(model, 'condition');
  const isStart = isA(model, 'bpmn:StartEvent') && model.$parent && isA(model.$parent, 'bpmn:Process');
  if (!definition || isStart) return null;
  return grouped(
    t('designer.conditionEvent'),
    html`<rl-condition-editor
      .value=${textOf(childOf(definition, 'condition'), 'body')}
      .choices=${choices}
      @rl-change=${(event: CustomEvent<{ value: string }>) =>
        edit.expression(element, definition, { name: 'condition', source: event.detail.value })}
    ></rl-condition-editor>`,
  );
};
