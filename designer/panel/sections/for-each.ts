import { html, nothing } from 'lit';
import { t } from '../../../web/data/i18n.ts';
import { childOf, textOf, type ModdleElement } from '../../moddle/moddle-element.ts';
import { overCount, overList, readOver } from '../../moddle/repetition.ts';
import { conditionInput, expressionInput } from '../expression-input.ts';
import { choiceInput, folded, labelled, textInput } from '../inputs.ts';
import type { PanelContext } from '../panel-context.ts';
import { thrownSignals } from './thrown-signals.ts';

/** For each item of a list, or so many times. */
export const forEach = (context: PanelContext, loop: ModdleElement) => {
  const { element, edit, choices } = context;
  const over = readOver(loop);
  return html`${labelled(
    t('designer.repeat.order'),
    choiceInput({
      value: loop.get('isSequential') === true ? 'sequence' : 'together',
      choices: ['sequence', 'together'].map((value) => ({ value, label: t(`designer.repeat.${value}`) })),
      change: (value) => edit.inside(element, loop, { isSequential: value === 'sequence' }),
    }),
  )}
  ${labelled(
    t('designer.repeat.over'),
    choiceInput({
      value: over,
      choices: ['list', 'count'].map((value) => ({ value, label: t(`designer.repeat.over.${value}`) })),
      change: (value) =>
        edit.inside(element, loop, value === 'count' ? overCount(edit.formal(loop, '3')) : overList('')),
    }),
  )}
  ${over === 'list' ? list(context, loop) : count(context, loop)}
  ${conditionInput({
    label: t('designer.repeat.enough'),
    help: t('designer.repeat.enough.help'),
    value: textOf(childOf(loop, 'completionCondition'), 'body'),
    choices: [...counters(), ...choices],
    change: (source) => edit.expression(element, loop, { name: 'completionCondition', source }),
  })}
  ${results(context, loop)} ${folded(t('designer.repeat.more'), thrownSignals(context, loop))}`;
};

const list = ({ element, edit, choices }: PanelContext, loop: ModdleElement) => html`
  ${expressionInput({
    label: t('designer.repeat.list'),
    value: textOf(loop, 'relata:collection'),
    placeholder: 'order.lines',
    choices,
    change: (source) => edit.inside(element, loop, overList(source)),
  })}
  ${name({ element, edit, loop, property: 'elementVariable', placeholder: 'line' })}
`;

const count = ({ element, edit, choices }: PanelContext, loop: ModdleElement) =>
  expressionInput({
    label: t('designer.repeat.count'),
    value: textOf(childOf(loop, 'loopCardinality'), 'body'),
    placeholder: '3',
    choices,
    change: (source) => edit.inside(element, loop, overCount(edit.formal(loop, source.trim() || '1'))),
  });

const results = ({ element, edit, choices }: PanelContext, loop: ModdleElement) => html`
  ${name({ element, edit, loop, property: 'outputCollection', placeholder: 'results' })}
  ${
    textOf(loop, 'relata:outputCollection')
      ? expressionInput({
          label: t('designer.repeat.outputElement'),
          help: t('designer.repeat.outputElement.help'),
          value: textOf(loop, 'relata:outputElement'),
          choices,
          change: (source) =>
            edit.inside(element, loop, { 'relata:outputElement': source.trim() || undefined }),
        })
      : nothing
  }
`;

interface Name {
  element: PanelContext['element'];
  edit: PanelContext['edit'];
  loop: ModdleElement;
  property: 'elementVariable' | 'outputCollection';
  placeholder: string;
}

/** A variable by its name; without the list of results, what goes into it says nothing. */
const name = ({ element, edit, loop, property, placeholder }: Name) =>
  labelled(
    t(`designer.repeat.${property}`),
    textInput({
      value: textOf(loop, `relata:${property}`),
      placeholder,
      isMono: true,
      change: (text) =>
        edit.inside(element, loop, {
          [`relata:${property}`]: text.trim() || undefined,
          ...(property === 'outputCollection' && !text.trim() ? { 'relata:outputElement': undefined } : {}),
        }),
    }),
    t(`designer.repeat.${property}.help`),
  );

const counters = (): PanelContext['choices'] =>
  ['numberOfCompletedInstances', 'numberOfActiveInstances', 'numberOfInstances'].map((name) => ({
    name,
    label: t(`designer.repeat.${name}`),
    type: 'integer',
  }));
