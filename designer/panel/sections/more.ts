import { html, nothing } from 'lit';
import { t } from '../../../web/data/i18n.ts';
import { isRepeatable } from '../../moddle/repetition.ts';
import { isA, textOf } from '../../moddle/moddle-element.ts';
import { expressionInput } from '../expression-input.ts';
import { folded, labelled, textInput } from '../inputs.ts';
import type { PanelContext, Section } from '../panel-context.ts';

/** What few activities need. */
export const more: Section = (context) =>
  isRepeatable(context.model)
    ? folded(
        t('designer.more'),
        html`${isA(context.model, 'bpmn:CallActivity') ? businessKey(context) : nothing}
        ${quantities(context)}`,
      )
    : null;

/** How many must have come before a step begins, and how many go on behind it. */
const quantities = ({ element, model, edit }: PanelContext) =>
  (['startQuantity', 'completionQuantity'] as const).map((name) =>
    labelled(
      t(`designer.${name}`),
      textInput({
        type: 'number',
        min: 1,
        value: textOf(model, name),
        change: (text) => edit.properties(element, { [name]: Math.max(1, Math.round(Number(text)) || 1) }),
      }),
    ),
  );

const businessKey = ({ element, model, edit, choices }: PanelContext) =>
  expressionInput({
    label: t('designer.call.businessKey'),
    help: t('designer.call.businessKey.help'),
    value: textOf(model, 'relata:businessKey'),
    choices,
    change: (source) => edit.properties(element, { 'relata:businessKey': source.trim() || undefined }),
  });
