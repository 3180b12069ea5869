import { html } from 'lit';
import { t } from '../../../web/data/i18n.ts';
import { readDecision, writeDecision, type DecisionBinding } from '../../moddle/decision.ts';
import { isA, nameOf } from '../../moddle/moddle-element.ts';
import { choiceInput, labelled } from '../inputs.ts';
import type { Section } from '../panel-context.ts';
import '../rl-decision-binding.ts';

/** How a rule is decided: by a table, or by what the system can do. */
export const decision: Section = ({ element, model, edit, choices, subject }) => {
  if (!isA(model, 'bpmn:BusinessRuleTask')) return null;
  const binding = readDecision(model);
  const write = (to: DecisionBinding): void =>
    edit.extension(element, 'relata:Decision', writeDecision(edit.create, to));
  return html`${labelled(
    t('designer.decision.by'),
    choiceInput({
      value: binding ? 'table' : 'task',
      choices: ['table', 'task'].map((value) => ({ value, label: t(`designer.decision.by.${value}`) })),
      change: (by) =>
        by === 'table'
          ? write({ ref: '', version: 'latest', inputs: [], result: '' })
          : edit.extension(element, 'relata:Decision', null),
    }),
  )}
  ${
    binding
      ? html`<rl-decision-binding
          .binding=${binding}
          .choices=${choices}
          subject=${subject}
          name=${nameOf(model)}
          @rl-change=${(event: CustomEvent<{ binding: DecisionBinding }>) => write(event.detail.binding)}
        ></rl-decision-binding>`
      : ''
  }`;
};
