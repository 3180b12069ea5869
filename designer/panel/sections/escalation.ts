import { html, nothing } from 'lit';
import { t } from '../../../web/data/i18n.ts';
import { childOf, isA, textOf } from '../../moddle/moddle-element.ts';
import { labelled, textInput } from '../inputs.ts';
import type { Section } from '../panel-context.ts';
import { shownDefinition } from '../shown-definition.ts';

/** What is told to whoever is around, while the work can go on. */
export const escalation: Section = (context) => {
  const { element, model, edit } = context;
  const definition = shownDefinition(context, 'escalation');
  if (!definition) return null;
  const isThrown = isA(model, 'bpmn:ThrowEvent');
  const reference = childOf(definition, 'escalationRef');
  return html`${labelled(
    t('designer.escalation.code'),
    textInput({
      value: textOf(reference, 'escalationCode') || textOf(reference, 'name'),
      isMono: true,
      placeholder: isThrown ? 'overdue' : t('designer.escalation.any'),
      change: (code) =>
        edit.refer(element, definition, {
          property: 'escalationRef',
          type: 'bpmn:Escalation',
          identity: code.trim(),
        }),
    }),
    t(isThrown ? 'designer.escalation.thrown.help' : 'designer.escalation.caught.help'),
  )}
  ${
    isThrown
      ? nothing
      : labelled(
          t('designer.error.codeVariable'),
          textInput({
            value: textOf(definition, 'relata:codeVariable'),
            isMono: true,
            change: (value) =>
              edit.inside(element, definition, { 'relata:codeVariable': value.trim() || undefined }),
          }),
        )
  }`;
};
