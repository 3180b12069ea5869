import { t } from '../../../web/data/i18n.ts';
import { nameOf } from '../../moddle/moddle-element.ts';
import { labelled, textInput } from '../inputs.ts';
import type { Section } from '../panel-context.ts';
import { shownDefinition } from '../shown-definition.ts';

/** Two ends of one way, joined by their name. */
export const link: Section = (context) => {
  const { element, edit } = context;
  const definition = shownDefinition(context, 'link');
  if (!definition) return null;
  return labelled(
    t('designer.link.name'),
    textInput({
      value: nameOf(definition),
      placeholder: 'A',
      change: (name) => edit.inside(element, definition, { name: name.trim() || undefined }),
    }),
    t('designer.link.help'),
  );
};
