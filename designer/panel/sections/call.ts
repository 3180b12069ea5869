import { html, nothing } from 'lit';
import { t } from '../../../web/data/i18n.ts';
import { bindings, readCall, writeCall, type Call } from '../../moddle/call.ts';
import { isA } from '../../moddle/moddle-element.ts';
import { choiceInput, grouped, labelled, textInput } from '../inputs.ts';
import type { Section } from '../panel-context.ts';
import { mappingSide } from './mapping.ts';
import '../rl-expression.ts';
import '../rl-flow-picker.ts';

/** JSONata, the same in every language. */
const keyExample = "'follow-up-' & $subject.stage";

/** Which flow runs here as a flow of its own, and what it is given. */
export const call: Section = (context) => {
  const { element, model, edit, choices } = context;
  if (!isA(model, 'bpmn:CallActivity')) return null;
  const said = readCall(model);
  const called = said.expression === null ? said.flow : '';
  const write = (changed: Partial<Call>): void =>
    edit.properties(element, writeCall({ ...said, ...changed }));
  return html`${grouped(
    t('designer.call.flow'),
    html`<div class="stack">
      ${choiceInput({
        value: said.expression === null ? 'fixed' : 'expression',
        label: t('designer.call.how'),
        choices: ['fixed', 'expression'].map((value) => ({ value, label: t(`designer.call.${value}`) })),
        change: (value) => write({ expression: value === 'fixed' ? null : '' }),
      })}
      ${
        said.expression === null
          ? html`<rl-flow-picker
              .value=${said.flow}
              @rl-change=${(event: CustomEvent<{ value: string }>) => write({ flow: event.detail.value })}
            ></rl-flow-picker>`
          : html`<rl-expression
              .value=${said.expression}
              .choices=${choices}
              label=${t('designer.call.expression')}
              placeholder=${keyExample}
              @rl-change=${(event: CustomEvent<{ value: string }>) =>
                write({ expression: event.detail.value })}
            ></rl-expression>`
      }
    </div>`,
  )}
  ${version(said, write)} ${mappingSide(context, { side: 'relata:In', called })}
  ${mappingSide(context, { side: 'relata:Out', called })}`;
};

const version = (said: Call, write: (changed: Partial<Call>) => void) =>
  html`${labelled(
    t('designer.call.binding'),
    choiceInput({
      value: said.binding,
      choices: bindings.map((value) => ({ value, label: t(`designer.call.${value}`) })),
      change: (value) => write({ binding: bindings.find((each) => each === value) ?? 'latest' }),
    }),
    t(`designer.call.${said.binding}.help`),
  )}
  ${
    said.binding === 'version'
      ? labelled(
          t('designer.call.number'),
          textInput({
            type: 'number',
            min: 1,
            value: said.version,
            change: (number) => write({ version: number }),
          }),
        )
      : nothing
  }`;
