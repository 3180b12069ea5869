import { html } from 'lit';
import { t } from '../../../web/data/i18n.ts';
import { childOf, isA, textOf } from '../../moddle/moddle-element.ts';
import { grouped, toggle } from '../inputs.ts';
import type { Section } from '../panel-context.ts';
import '../rl-condition-editor.ts';

/** When a sequence flow is taken. */
export const way: Section = ({ element, model, edit, choices }) => {
  const { source } = element;
  if (!isA(model, 'bpmn:SequenceFlow') || !source) return null;
  const canDecide = isA(
    source.businessObject,
    'bpmn:ExclusiveGateway',
    'bpmn:InclusiveGateway',
    'bpmn:ComplexGateway',
    'bpmn:Activity',
  );
  if (!canDecide) return html`<p class="help">${t('designer.way.always')}</p>`;
  const isDefault = childOf(source.businessObject, 'default') === model;
  return html`${toggle({
    isOn: isDefault,
    label: t('designer.way.default'),
    change: (isOn) => edit.properties(source, { default: isOn ? model : undefined }),
  })}
  ${
    isDefault
      ? html`<p class="help">${t('designer.way.default.help')}</p>`
      : grouped(
          t('designer.way.when'),
          html`<rl-condition-editor
            .value=${textOf(childOf(model, 'conditionExpression'), 'body')}
            .choices=${choices}
            @rl-change=${(event: CustomEvent<{ value: string }>) =>
              edit.expression(element, model, { name: 'conditionExpression', source: event.detail.value })}
          ></rl-condition-editor>`,
        )
  }`;
};
