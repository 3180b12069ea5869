import { html } from 'lit';
import { t } from '../../../web/data/i18n.ts';
import { undoable } from '../../moddle/compensated.ts';
import { childOf, idOf, isA, nameOf } from '../../moddle/moddle-element.ts';
import { choiceInput, labelled, toggle } from '../inputs.ts';
import type { Section } from '../panel-context.ts';
import { shownDefinition } from '../shown-definition.ts';

/** What is undone: one step, or all that has been done. */
export const compensation: Section = (context) => {
  const { element, model, edit } = context;
  const definition = shownDefinition(context, 'compensation');
  if (!definition) return null;
  if (!isA(model, 'bpmn:ThrowEvent')) {
    const key = isA(model, 'bpmn:BoundaryEvent') ? 'border' : 'begin';
    return html`<p class="help">${t(`designer.compensation.${key}`)}</p>`;
  }
  const activities = undoable(model);
  return html`${labelled(
    t('designer.compensation.activity'),
    choiceInput({
      value: idOf(childOf(definition, 'activityRef')),
      none: t('designer.compensation.all'),
      choices: activities.map((each) => ({ value: idOf(each), label: nameOf(each) || idOf(each) })),
      change: (id) =>
        edit.inside(element, definition, { activityRef: activities.find((each) => idOf(each) === id) }),
    }),
    t('designer.compensation.help'),
  )}
  ${toggle({
    isOn: definition.get('waitForCompletion') !== false,
    label: t('designer.compensation.waits'),
    change: (isOn) => edit.inside(element, definition, { waitForCompletion: isOn }),
  })}`;
};
