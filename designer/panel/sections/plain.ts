import { html } from 'lit';
import { t } from '../../../web/data/i18n.ts';
import { eventDefinition } from '../../moddle/event-definition.ts';
import { isA } from '../../moddle/moddle-element.ts';
import type { Section } from '../panel-context.ts';

const explained: [type: string, key: string][] = [
  ['bpmn:ParallelGateway', 'designer.explain.parallel'],
  ['bpmn:EventBasedGateway', 'designer.explain.event-gateway'],
  ['bpmn:AdHocSubProcess', 'designer.explain.ad-hoc'],
  ['bpmn:Transaction', 'designer.explain.transaction'],
  ['bpmn:SubProcess', 'designer.explain.sub-process'],
  ['bpmn:Lane', 'designer.explain.lane'],
];

/** Elements without settings say what they do. */
export const plain: Section = ({ model }) => {
  const cancel = eventDefinition(model, 'cancel');
  if (cancel) {
    const place = isA(model, 'bpmn:EndEvent') ? 'end' : 'border';
    return html`<p class="help">${t(`designer.cancelEvent.${place}`)}</p>`;
  }
  if (isA(model, 'bpmn:SubProcess') && model.get('triggeredByEvent') === true)
    return html`<p class="help">${t('designer.explain.event-sub-process')}</p>`;
  const found = explained.find(([type]) => isA(model, type));
  if (found) return html`<p class="help">${t(found[1])}</p>`;
  return model.$type === 'bpmn:Task' ? html`<p class="help">${t('designer.explain.task')}</p>` : null;
};
