import { html, nothing } from 'lit';
import { t } from '../../../web/data/i18n.ts';
import { childOf, isA, textOf } from '../../moddle/moddle-element.ts';
import { labelled, textInput } from '../inputs.ts';
import type { Section } from '../panel-context.ts';
import { shownDefinition } from '../shown-definition.ts';
import { payload } from './payload.ts';

/** A signal reaches all that wait for it. */
export const signal: Section = (context) => {
  const { element, model, edit } = context;
  const part = shownDefinition(context, 'signal');
  if (!part) return null;
  return html`${labelled(
    t('designer.signal.name'),
    textInput({
      value: textOf(childOf(part, 'signalRef'), 'name'),
      placeholder: 'prices-changed',
      change: (name) =>
        edit.refer(element, part, { property: 'signalRef', type: 'bpmn:Signal', identity: name.trim() }),
    }),
    t('designer.signal.help'),
  )}
  ${isA(model, 'bpmn:ThrowEvent') ? payload(context, part) : nothing}`;
};
