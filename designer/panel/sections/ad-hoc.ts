import { html } from 'lit';
import { t } from '../../../web/data/i18n.ts';
import { childOf, childrenOf, idOf, isA, nameOf, textOf } from '../../moddle/moddle-element.ts';
import { conditionInput, expressionInput } from '../expression-input.ts';
import { choiceInput, labelled, toggle } from '../inputs.ts';
import type { PanelContext, Section } from '../panel-context.ts';

/** Steps that people and rules choose from, in any order. */
export const adHoc: Section = (context) => {
  const { element, model, edit, choices } = context;
  if (!isA(model, 'bpmn:AdHocSubProcess')) return null;
  return html`${labelled(
    t('designer.adHoc.ordering'),
    choiceInput({
      value: textOf(model, 'ordering') === 'Sequential' ? 'Sequential' : 'Parallel',
      choices: ['Parallel', 'Sequential'].map((value) => ({ value, label: t(`designer.adHoc.${value}`) })),
      change: (value) => edit.properties(element, { ordering: value }),
    }),
  )}
  ${conditionInput({
    label: t('designer.adHoc.done'),
    help: t('designer.adHoc.done.help'),
    value: textOf(childOf(model, 'completionCondition'), 'body'),
    choices: [...asked(), ...choices],
    change: (source) => edit.expression(element, model, { name: 'completionCondition', source }),
  })}
  ${toggle({
    isOn: model.get('cancelRemainingInstances') !== false,
    label: t('designer.adHoc.cancel'),
    change: (isOn) => edit.properties(element, { cancelRemainingInstances: isOn }),
  })}
  ${rule(context)}`;
};

/** The ids that its rule can give are what nobody knows by heart: they are named. */
const rule = ({ element, model, edit, choices }: PanelContext) => {
  const parts = childrenOf(model, 'flowElements').filter(
    (each) => isA(each, 'bpmn:Activity') && childrenOf(each, 'incoming').length === 0,
  );
  const ids = parts.map((part) => ({
    name: `"${idOf(part)}"`,
    label: nameOf(part) || idOf(part),
    type: 'text',
  }));
  return expressionInput({
    label: t('designer.adHoc.activate'),
    help: t('designer.adHoc.activate.help'),
    value: textOf(model, 'relata:activate'),
    placeholder: `["${idOf(parts[0]) || 'check'}"]`,
    choices: [...ids, ...asked(), ...choices],
    change: (source) => edit.properties(element, { 'relata:activate': source.trim() || undefined }),
  });
};

const asked = (): PanelContext['choices'] =>
  (['running', 'completed'] as const).map((name) => ({
    name,
    label: t(`designer.adHoc.${name}`),
    type: 'list',
  }));
