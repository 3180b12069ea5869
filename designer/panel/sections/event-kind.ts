import { html } from 'lit';
import { t } from '../../../web/data/i18n.ts';
import { eventKinds, type EventKind } from '../../moddle/event-definition.ts';
import { childrenOf, isA } from '../../moddle/moddle-element.ts';
import { mustInterrupt, offeredEvents } from '../../moddle/offered-events.ts';
import { choiceInput, labelled } from '../inputs.ts';
import type { Section } from '../panel-context.ts';
import { another } from './several-events.ts';

/** What an event waits for or tells; how a flow begins has a section of its own. */
export const eventKind: Section = (context) => {
  const { element, model, edit } = context;
  const offered = offeredEvents(model);
  const definitions = childrenOf(model, 'eventDefinitions');
  if (offered.length === 0 || definitions.length > 1) return null;
  const type = definitions[0]?.$type ?? '';
  const kind = offered.find((each) => (each === '' ? '' : eventKinds[each]) === type);
  const change = (to: EventKind | ''): void => {
    const made = to === '' ? undefined : edit.create(eventKinds[to]);
    if (made) made.$parent = model;
    const stays = isA(model, 'bpmn:BoundaryEvent') ? 'cancelActivity' : 'isInterrupting';
    edit.properties(element, {
      eventDefinitions: made ? [made] : [],
      ...(mustInterrupt(to) && !isA(model, 'bpmn:EndEvent') ? { [stays]: true } : {}),
    });
  };
  const isThrown = isA(model, 'bpmn:ThrowEvent');
  return html`${labelled(
    t(isThrown ? 'designer.event.tells' : 'designer.event.waits'),
    choiceInput({
      value: kind ?? '',
      ...(kind === undefined ? { none: t('designer.event.several') } : {}),
      choices: offered.map((value) => ({
        value,
        label: t(`designer.event.${value || (isA(model, 'bpmn:EndEvent') ? 'end' : 'nothing')}`),
      })),
      change: (value) => {
        const wanted = offered.find((each) => each === value);
        if (wanted !== undefined && wanted !== kind) change(wanted);
      },
    }),
  )}
  ${another(context)}`;
};
