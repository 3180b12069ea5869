import { html, nothing } from 'lit';
import { t } from '../../../web/data/i18n.ts';
import { childOf, isA, textOf } from '../../moddle/moddle-element.ts';
import { labelled, textInput } from '../inputs.ts';
import type { Section } from '../panel-context.ts';
import { shownDefinition } from '../shown-definition.ts';

/** Which error ends the flow, or is caught. */
export const error: Section = (context) => {
  const { element, model, edit } = context;
  const definition = shownDefinition(context, 'error');
  if (!definition) return null;
  const isThrown = isA(model, 'bpmn:EndEvent');
  const variable = (name: string) =>
    labelled(
      t(`designer.error.${name}`),
      textInput({
        value: textOf(definition, `relata:${name}`),
        isMono: true,
        change: (value) =>
          edit.inside(element, definition, { [`relata:${name}`]: value.trim() || undefined }),
      }),
    );
  return html`${labelled(
    t('designer.error.code'),
    textInput({
      value: textOf(childOf(definition, 'errorRef'), 'errorCode'),
      isMono: true,
      placeholder: isThrown ? 'refused' : t('designer.error.any'),
      change: (code) =>
        edit.refer(element, definition, { property: 'errorRef', type: 'bpmn:Error', identity: code.trim() }),
    }),
    t(isThrown ? 'designer.error.thrown.help' : 'designer.error.caught.help'),
  )}
  ${isThrown ? nothing : html`${variable('codeVariable')}${variable('messageVariable')}`}`;
};
