import { html, nothing } from 'lit';
import { t } from '../../../web/data/i18n.ts';
import { said } from '../../canvas/element-sentence.ts';
import { childOf, isA, nameOf, textOf } from '../../moddle/moddle-element.ts';
import type { DiagramElement } from '../../modules/services.ts';
import { grouped } from '../inputs.ts';
import type { Section } from '../panel-context.ts';
import '../rl-condition-editor.ts';

/** All ways out of a decision, in the order they are tried. */
export const gateway: Section = ({ element, model, edit, choices }) => {
  if (!isA(model, 'bpmn:ExclusiveGateway', 'bpmn:InclusiveGateway', 'bpmn:ComplexGateway')) return null;
  const ways = (element.outgoing ?? []).filter((way) => isA(way.businessObject, 'bpmn:SequenceFlow'));
  if (ways.length === 0) return html`<p class="help">${t('designer.gateway.noWays')}</p>`;
  const otherwise = childOf(model, 'default');
  const setDefault = (way: DiagramElement): void => edit.properties(element, { default: way.businessObject });
  return html`${ways.map((way) => {
    const isDefault = way.businessObject === otherwise;
    const to = nameOf(way.businessObject) || said(way.target);
    return grouped(
      t(isDefault ? 'designer.gateway.otherwise' : 'designer.gateway.to', { name: to }),
      isDefault
        ? html`<p class="help">${t('designer.way.default.help')}</p>`
        : html`<rl-condition-editor
              .value=${textOf(childOf(way.businessObject, 'conditionExpression'), 'body')}
              .choices=${choices}
              @rl-change=${(event: CustomEvent<{ value: string }>) =>
                edit.expression(way, way.businessObject, {
                  name: 'conditionExpression',
                  source: event.detail.value,
                })}
            ></rl-condition-editor>
            ${
              ways.length > 1
                ? html`<button type="button" class="button link" @click=${() => setDefault(way)}>
                    ${t('designer.gateway.makeDefault')}
                  </button>`
                : nothing
            }`,
    );
  })}`;
};
