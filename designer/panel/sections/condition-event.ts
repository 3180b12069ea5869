import { t } from '../../../web/data/i18n.ts';
import { eventDefinition } from '../../moddle/event-definition.ts';
import { isA } from '../../moddle/moddle-element.ts';
import type { Section } from '../panel-context.ts';
import { recordChange } from './record-change.ts';

/** Waiting for a change, of the flow's own values or of records; the start of a flow has its own section. */
export const conditionEvent: Section = (context) => {
  const { model } = context;
  const definition = eventDefinition(model, 'condition');
  const isStart = isA(model, 'bpmn:StartEvent') && model.$parent && isA(model.$parent, 'bpmn:Process');
  if (!definition || isStart) return null;
  return recordChange(context, definition, {
    none: t('designer.conditionEvent.own'),
    condition: t('designer.conditionEvent'),
  });
};
