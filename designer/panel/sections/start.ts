import { html, nothing } from 'lit';
import { t } from '../../../web/data/i18n.ts';
import { eventKinds } from '../../moddle/event-definition.ts';
import { withExtension } from '../../moddle/extension.ts';
import { childrenOf, isA } from '../../moddle/moddle-element.ts';
import { choiceInput, labelled } from '../inputs.ts';
import type { Section } from '../panel-context.ts';
import { beginWith, membershipAt, membershipChoices, membershipInput } from './membership.ts';
import { recordChange, startWords } from './record-change.ts';
import { another } from './several-events.ts';

const kinds = {
  manual: '',
  record: eventKinds.condition,
  timer: eventKinds.timer,
  message: eventKinds.message,
  signal: eventKinds.signal,
};
type StartKind = keyof typeof kinds;

/** How the flow begins. */
export const start: Section = (context) => {
  const { element, model, edit, subject } = context;
  const isTopLevel = model.$parent && isA(model.$parent, 'bpmn:Process');
  if (!isA(model, 'bpmn:StartEvent') || !isTopLevel) return null;
  const definitions = childrenOf(model, 'eventDefinitions');
  if (definitions.length > 1) return null;
  const [definition] = definitions;
  // The keys of the table are the kinds.
  const kind = (Object.keys(kinds) as StartKind[]).find((each) => kinds[each] === (definition?.$type ?? ''));
  const membership = membershipAt(context, definition);
  const memberships = membershipChoices(context);
  const change = (to: string): void => {
    if (memberships.some(({ value }) => value === to)) return beginWith(context, to);
    const type = kinds[to as StartKind]; // One of the choices below.
    const made = type ? edit.create(type) : undefined;
    if (made) made.$parent = model;
    // A flow about records begins with those most often.
    if (made && to === 'record' && subject) {
      const value = edit.create('relata:Record', { entity: subject, on: 'created updated' });
      const { $type } = value;
      made.set(
        'extensionElements',
        withExtension({ create: edit.create, element: made, type: $type, value }),
      );
    }
    edit.properties(element, { eventDefinitions: made ? [made] : [] });
  };
  return html`${labelled(
    t('designer.start.kind'),
    choiceInput({
      value: membership?.id ?? kind ?? '',
      ...(kind ? {} : { none: t('designer.start.other') }),
      choices: [
        ...Object.keys(kinds).map((value) => ({ value, label: t(`designer.start.${value}`) })),
        ...memberships,
      ],
      change,
    }),
    kind === 'manual' ? t('designer.start.manual.help') : '',
  )}
  ${kind === 'record' && definition ? recordChange(context, definition, startWords()) : nothing}
  ${membership && definition ? membershipInput(context, definition, membership) : nothing} ${another(context)}`;
};
