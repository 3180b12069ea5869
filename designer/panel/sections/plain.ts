import { html } from 'lit';
import { t } from '../../../web/data/i18n.ts';
import { isA } from '../../moddle/moddle-element.ts';
import type { Section } from '../panel-context.ts';

const explained: [type: string, key: string][] = [
  ['bpmn:ParallelGateway', 'designer.explain.parallel'],
  ['bpmn:SubProcess', 'designer.explain.sub-process'],
  ['bpmn:Lane', 'designer.explain.lane'],
];

/** Elements without settings say what they do. */
export const plain: Section = ({ model }) => {
  const found = explained.find(([type]) => isA(model, type));
  if (found) return html`<p class="help">${t(found[1])}</p>`;
  return model.$type === 'bpmn:Task' ? html`<p class="help">${t('designer.explain.task')}</p>` : null;
};
