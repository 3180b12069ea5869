import { t } from '../../../web/data/i18n.ts';
import { eventDefinition } from '../../moddle/event-definition.ts';
import { isA } from '../../moddle/moddle-element.ts';
import { choiceInput, labelled } from '../inputs.ts';
import type { Section } from '../panel-context.ts';

/** Whether the step goes on when the event on its border comes. */
export const boundary: Section = ({ element, model, edit }) =>
  isA(model, 'bpmn:BoundaryEvent') && !eventDefinition(model, 'error')
    ? labelled(
        t('designer.boundary'),
        choiceInput({
          value: model.get('cancelActivity') === false ? 'goesOn' : 'stops',
          choices: ['stops', 'goesOn'].map((value) => ({ value, label: t(`designer.boundary.${value}`) })),
          change: (value) => edit.properties(element, { cancelActivity: value === 'stops' }),
        }),
      )
    : null;
