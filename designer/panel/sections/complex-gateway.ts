import { t } from '../../../web/data/i18n.ts';
import { childOf, isA, textOf } from '../../moddle/moddle-element.ts';
import { conditionInput } from '../expression-input.ts';
import type { Section } from '../panel-context.ts';

/** When enough have come in for it to go on. */
export const complexGateway: Section = ({ element, model, edit, choices }) =>
  isA(model, 'bpmn:ComplexGateway') && (element.incoming ?? []).length > 1
    ? conditionInput({
        label: t('designer.complex'),
        help: t('designer.complex.help'),
        value: textOf(childOf(model, 'activationCondition'), 'body'),
        choices: [
          { name: 'activationCount', label: t('designer.complex.count'), type: 'integer' },
          ...choices,
        ],
        change: (source) => edit.expression(element, model, { name: 'activationCondition', source }),
      })
    : null;
