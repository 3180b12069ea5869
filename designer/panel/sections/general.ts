import { html } from 'lit';
import { t } from '../../../web/data/i18n.ts';
import { isA, nameOf, textOf } from '../../moddle/moddle-element.ts';
import { labelled, textArea, textInput } from '../inputs.ts';
import type { Section } from '../panel-context.ts';

/** Its name, and the note that the monitor shows. */
export const general: Section = ({ element, model, edit }) =>
  isA(model, 'bpmn:Process', 'bpmn:Collaboration')
    ? null
    : html`${labelled(
        t('designer.general.name'),
        textInput({
          value: isA(model, 'bpmn:TextAnnotation') ? textOf(model, 'text') : nameOf(model),
          change: (name) =>
            edit.properties(element, {
              [isA(model, 'bpmn:TextAnnotation') ? 'text' : 'name']: name || undefined,
            }),
        }),
      )}`;

export const note: Section = ({ element, model, edit }) =>
  isA(model, 'bpmn:FlowNode')
    ? labelled(
        t('designer.general.note'),
        textArea({
          value: textOf(model, 'relata:note'),
          placeholder: t('designer.general.note.help'),
          change: (value) => edit.properties(element, { 'relata:note': value || undefined }),
        }),
      )
    : null;
