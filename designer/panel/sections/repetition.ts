import { html, nothing } from 'lit';
import { t } from '../../../web/data/i18n.ts';
import {
  isRepeatable,
  loopOf,
  readRepetition,
  repetitions,
  writeRepetition,
} from '../../moddle/repetition.ts';
import { childOf, textOf, type ModdleElement } from '../../moddle/moddle-element.ts';
import { conditionInput } from '../expression-input.ts';
import { choiceInput, labelled, textInput } from '../inputs.ts';
import type { PanelContext, Section } from '../panel-context.ts';
import { forEach } from './for-each.ts';

/** How often an activity is done. */
export const repetition: Section = (context) => {
  const { element, model, edit } = context;
  if (!isRepeatable(model)) return null;
  const loop = loopOf(model);
  const chosen = readRepetition(model);
  return html`${labelled(
    t('designer.repeat'),
    choiceInput({
      value: chosen,
      choices: repetitions.map((value) => ({ value, label: t(`designer.repeat.${value}`) })),
      change: (value) => {
        const wanted = repetitions.find((each) => each === value) ?? 'once';
        edit.properties(element, writeRepetition(edit.create, model, wanted));
      },
    }),
  )}
  ${loop && chosen === 'loop' ? untilTrue(context, loop) : nothing}
  ${loop && chosen === 'each' ? forEach(context, loop) : nothing}`;
};

const untilTrue = ({ element, edit, choices }: PanelContext, loop: ModdleElement) => html`
  ${labelled(
    t('designer.repeat.test'),
    choiceInput({
      value: loop.get('testBefore') === true ? 'before' : 'after',
      choices: ['before', 'after'].map((value) => ({ value, label: t(`designer.repeat.test.${value}`) })),
      change: (value) => edit.inside(element, loop, { testBefore: value === 'before' }),
    }),
  )}
  ${conditionInput({
    label: t('designer.repeat.while'),
    value: textOf(childOf(loop, 'loopCondition'), 'body'),
    choices,
    change: (source) => edit.expression(element, loop, { name: 'loopCondition', source }),
  })}
  ${labelled(
    t('designer.repeat.maximum'),
    textInput({
      type: 'number',
      min: 0,
      value: textOf(loop, 'loopMaximum'),
      placeholder: t('designer.repeat.maximum.none'),
      change: (maximum) => edit.inside(element, loop, { loopMaximum: maximum ? Number(maximum) : undefined }),
    }),
    t('designer.repeat.maximum.help'),
  )}
`;
