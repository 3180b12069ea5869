import { html, nothing } from 'lit';
import { t } from '../../../web/data/i18n.ts';
import { childOf, isA, textOf, type ModdleElement } from '../../moddle/moddle-element.ts';
import { labelled, textInput } from '../inputs.ts';
import type { PanelContext, Section } from '../panel-context.ts';
import { shownDefinition } from '../shown-definition.ts';
import { membershipAt } from './membership.ts';
import { payload } from './payload.ts';

/** A signal reaches all that wait for it. */
export const signal: Section = (context) => {
  const { element, model, edit } = context;
  const part = shownDefinition(context, 'signal');
  if (!part || isShownAtStart(context, part)) return null;
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

/** Which segment it tells of stands with how the flow begins. */
const isShownAtStart = (context: PanelContext, part: ModdleElement): boolean =>
  !context.definition &&
  isA(context.model, 'bpmn:StartEvent') &&
  isA(context.process, 'bpmn:Process') &&
  context.model.$parent === context.process &&
  membershipAt(context, part) !== undefined;
