import { t } from '../../../web/data/i18n.ts';
import { isA } from '../../moddle/moddle-element.ts';
import type { Section } from '../panel-context.ts';
import { shownDefinition } from '../shown-definition.ts';
import { recordChange, startWords } from './record-change.ts';

/** Waiting for a change, of the flow's own values or of records; the start of a flow has its own section. */
export const conditionEvent: Section = (context) => {
  const { model } = context;
  const definition = shownDefinition(context, 'condition');
  const isStart = isA(model, 'bpmn:StartEvent') && model.$parent && isA(model.$parent, 'bpmn:Process');
  if (!definition) return null;
  // The only thing that a flow begins with has its words in the section of the start.
  if (isStart) return context.definition ? recordChange(context, definition, startWords()) : null;
  return recordChange(context, definition, {
    none: t('designer.conditionEvent.own'),
    condition: t('designer.conditionEvent'),
  });
};
