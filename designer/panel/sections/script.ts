import { html } from 'lit';
import { t } from '../../../web/data/i18n.ts';
import { isA, textOf } from '../../moddle/moddle-element.ts';
import { labelled, grouped, textInput } from '../inputs.ts';
import type { Section } from '../panel-context.ts';
import '../rl-expression.ts';

/** A calculation and the variable it goes to. */
export const script: Section = ({ element, model, edit, choices }) =>
  isA(model, 'bpmn:ScriptTask')
    ? html`${grouped(
        t('designer.script'),
        html`<rl-expression
          rows="4"
          .value=${textOf(model, 'script')}
          .choices=${choices}
          label=${t('designer.script')}
          placeholder="$subject.amount * 0.9"
          @rl-change=${(event: CustomEvent<{ value: string }>) =>
            edit.properties(element, { script: event.detail.value || undefined, scriptFormat: 'jsonata' })}
        ></rl-expression>`,
        t('designer.script.help'),
      )}
      ${labelled(
        t('designer.script.result'),
        textInput({
          value: textOf(model, 'relata:resultVariable'),
          placeholder: t('designer.script.result.none'),
          isMono: true,
          change: (name) => edit.properties(element, { 'relata:resultVariable': name.trim() || undefined }),
        }),
      )}`
    : null;
