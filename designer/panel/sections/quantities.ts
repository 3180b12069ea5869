import { t } from '../../../web/data/i18n.ts';
import { isRepeatable } from '../../moddle/repetition.ts';
import { textOf } from '../../moddle/moddle-element.ts';
import { folded, labelled, textInput } from '../inputs.ts';
import type { Section } from '../panel-context.ts';

/** How many must have come before a step begins, and how many go on behind it. */
export const quantities: Section = ({ element, model, edit }) =>
  isRepeatable(model)
    ? folded(
        t('designer.more'),
        (['startQuantity', 'completionQuantity'] as const).map((name) =>
          labelled(
            t(`designer.${name}`),
            textInput({
              type: 'number',
              min: 1,
              value: textOf(model, name),
              change: (text) =>
                edit.properties(element, { [name]: Math.max(1, Math.round(Number(text)) || 1) }),
            }),
          ),
        ),
      )
    : null;
