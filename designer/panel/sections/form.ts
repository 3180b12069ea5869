import { html, nothing } from 'lit';
import { entityChoices } from '../../../web/data/entity-choices.ts';
import { t } from '../../../web/data/i18n.ts';
import { readForm, writeForm, type FormField } from '../../moddle/form.ts';
import { isA } from '../../moddle/moddle-element.ts';
import { choiceInput, grouped, labelled } from '../inputs.ts';
import type { Section } from '../panel-context.ts';
import '../rl-form-editor.ts';

/** What the person sees and fills in. */
export const form: Section = ({ element, model, edit, meta, subject, choices }) => {
  if (!isA(model, 'bpmn:UserTask')) return null;
  const { screen, fields } = readForm(model);
  const screens = meta.screens.filter(
    ({ kind, entity, id }) => kind === 'form' && (!subject || entity === subject || id === screen),
  );
  const write = (to: { screen: string; fields: FormField[] }): void =>
    edit.extension(element, 'relata:Form', writeForm(edit.create, to));
  return html`${
    screens.length > 0 || screen
      ? labelled(
          t('designer.form.kind'),
          choiceInput({
            value: screen,
            none: t('designer.form.ownFields'),
            choices: screens.map((each) => ({ value: each.id, label: each.label ?? each.id })),
            change: (chosen) => write({ screen: chosen, fields }),
          }),
        )
      : nothing
  }
  ${
    screen
      ? nothing
      : grouped(
          t('designer.form.fields'),
          html`<rl-form-editor
            .fields=${fields}
            .choices=${choices}
            .entities=${entityChoices(meta)}
            @rl-change=${(event: CustomEvent<{ fields: FormField[] }>) =>
              write({ screen: '', fields: event.detail.fields })}
          ></rl-form-editor>`,
          fields.length === 0 ? t('designer.form.empty') : t('designer.form.help'),
        )
  }`;
};
