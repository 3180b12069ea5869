import { html, type TemplateResult } from 'lit';
import type { ScopeName } from '../../web/expression/scope.ts';
import { grouped } from './inputs.ts';
import './rl-condition-editor.ts';
import './rl-expression.ts';

interface ExpressionInput {
  label: string;
  help?: string;
  value: string;
  choices: ScopeName[];
  placeholder?: string;
  change: (value: string) => void;
}

/** A JSONata expression under its label. */
export const expressionInput = (input: ExpressionInput): TemplateResult =>
  grouped(
    input.label,
    html`<rl-expression
      .value=${input.value}
      .choices=${input.choices}
      label=${input.label}
      placeholder=${input.placeholder ?? ''}
      @rl-change=${(event: CustomEvent<{ value: string }>) => input.change(event.detail.value)}
    ></rl-expression>`,
    input.help,
  );

/** The same for what is true or false, as rows where it can be. */
export const conditionInput = (input: ExpressionInput): TemplateResult =>
  grouped(
    input.label,
    html`<rl-condition-editor
      .value=${input.value}
      .choices=${input.choices}
      @rl-change=${(event: CustomEvent<{ value: string }>) => input.change(event.detail.value)}
    ></rl-condition-editor>`,
    input.help,
  );
