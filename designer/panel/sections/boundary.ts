import { t } from '../../../web/data/i18n.ts';
import { eventDefinition } from '../../moddle/event-definition.ts';
import { isA } from '../../moddle/moddle-element.ts';
import { beginsBeside } from '../../moddle/offered-events.ts';
import { choiceInput, labelled } from '../inputs.ts';
import type { Section } from '../panel-context.ts';

/** Whether the step, or all around an event sub-process, goes on when the event comes. */
export const boundary: Section = ({ element, model, edit }) => {
  const isOnBorder = isA(model, 'bpmn:BoundaryEvent');
  if (!isOnBorder && !beginsBeside(model)) return null;
  // The first two always end it, the last comes when it has ended.
  if ((['error', 'cancel', 'compensation'] as const).some((kind) => eventDefinition(model, kind)))
    return null;
  const property = isOnBorder ? 'cancelActivity' : 'isInterrupting';
  const words = isOnBorder ? 'boundary' : 'beside';
  return labelled(
    t('designer.boundary'),
    choiceInput({
      value: model.get(property) === false ? 'goesOn' : 'stops',
      choices: ['stops', 'goesOn'].map((value) => ({ value, label: t(`designer.${words}.${value}`) })),
      change: (value) => edit.properties(element, { [property]: value === 'stops' }),
    }),
  );
};
