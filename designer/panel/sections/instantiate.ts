import { html, nothing } from 'lit';
import { t } from '../../../web/data/i18n.ts';
import { isA } from '../../moddle/moddle-element.ts';
import { choiceInput, labelled, toggle } from '../inputs.ts';
import type { Section } from '../panel-context.ts';

/** Whether what comes here begins the flow; only where nothing leads to it. */
export const instantiate: Section = ({ element, model, edit }) => {
  if (!isA(model, 'bpmn:ReceiveTask', 'bpmn:EventBasedGateway')) return null;
  const isOn = model.get('instantiate') === true;
  const isTop = model.$parent !== undefined && isA(model.$parent, 'bpmn:Process');
  if (!isOn && (!isTop || (element.incoming ?? []).length > 0)) return null;
  return html`${toggle({
    isOn,
    label: t('designer.instantiate'),
    change: (value) => edit.properties(element, { instantiate: value }),
  })}
  ${
    isOn && isA(model, 'bpmn:EventBasedGateway')
      ? labelled(
          t('designer.instantiate.which'),
          choiceInput({
            value: model.get('eventGatewayType') === 'Parallel' ? 'Parallel' : 'Exclusive',
            choices: ['Exclusive', 'Parallel'].map((value) => ({
              value,
              label: t(`designer.instantiate.${value}`),
            })),
            change: (value) => edit.properties(element, { eventGatewayType: value }),
          }),
        )
      : nothing
  }`;
};
