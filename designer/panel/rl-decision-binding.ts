import { consume } from '@lit/context';
import { Task } from '@lit/task';
import { LitElement, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import '../../web/components/rl-icon.ts';
import { showProblem } from '../../web/components/toast.ts';
import { metaContext } from '../../web/context/meta.ts';
import { t } from '../../web/data/i18n.ts';
import { entityOf, type Meta } from '../../web/data/meta.ts';
import type { ScopeName } from '../../web/expression/scope.ts';
import { base } from '../../web/styles/base.ts';
import { buttons } from '../../web/styles/buttons.ts';
import { controls } from '../../web/styles/controls.ts';
import { listDecisions, type DecisionInput, type DecisionItem } from '../data/decisions.ts';
import { newKey } from '../decision/new-key.ts';
import { openDecisionEditor } from '../decision/open-decision-editor.ts';
import type { DecisionBinding } from '../moddle/decision.ts';
import { plainField, type SchemaField } from '../moddle/schema-fields.ts';
import { choiceInput, grouped, labelled, textInput } from './inputs.ts';
import { panelStyles } from './panel-styles.ts';
import './rl-task-input.ts';

/** Which decision is asked, what it is told and what is kept. Fires `rl-change` with `detail: {binding}`. */
@customElement('rl-decision-binding')
export class RlDecisionBinding extends LitElement {
  @consume({ context: metaContext, subscribe: true }) meta!: Meta;
  @property({ attribute: false }) binding!: DecisionBinding;
  @property() subject = '';
  /** Of the step, for a new table. */
  @property() name = '';
  @property({ attribute: false }) choices: ScopeName[] = [];
  private readonly decisions = new Task(this, { task: () => listDecisions(), args: () => [] });

  static override styles = [base, buttons, controls, panelStyles];

  protected override render() {
    const { binding } = this;
    const items = this.decisions.value ?? [];
    const item = items.find(({ key }) => key === binding.ref);
    return html`<div class="stack">
      ${labelled(
        t('designer.decision'),
        choiceInput({
          value: binding.ref,
          none: t('designer.decision.choose'),
          choices: items.map(({ key, name }) => ({ value: key, label: name || key })),
          change: (key) => this.choose(items.find((each) => each.key === key)),
        }),
        item ? this.summary(item) : '',
      )}
      <div class="line">
        ${item ? this.renderButton('table-2', 'designer.decision.edit', () => this.edit()) : nothing}
        ${this.renderButton('plus', 'designer.decision.new', () => this.create())}
      </div>
      ${binding.ref && !item && this.decisions.value ? html`<div class="fault">${t('designer.decision.gone', { ref: binding.ref })}</div>` : nothing}
      ${item ? this.renderDetails(item) : nothing}
    </div>`;
  }

  private renderButton(icon: string, key: string, run: () => Promise<void>) {
    return html`<button type="button" class="button" @click=${() => void run().catch(showProblem)}>
      <rl-icon name=${icon}></rl-icon>${t(key)}
    </button>`;
  }

  private summary({ hitPolicy, rules }: DecisionItem): string {
    return hitPolicy === null
      ? t('designer.decision.isExpression')
      : t('designer.decision.rules', { count: rules });
  }

  private renderDetails(item: DecisionItem) {
    const { binding } = this;
    const version = Array.from({ length: item.version }, (_, index) => String(item.version - index));
    return html`${item.inputs.map((input) => this.renderInput(input))}
    ${labelled(
      t('designer.decision.result'),
      textInput({
        value: binding.result,
        placeholder: t('designer.script.result.none'),
        isMono: true,
        change: (result) => this.write({ result: result.trim() }),
      }),
      resultHelp(item),
    )}
    ${labelled(
      t('designer.decision.version'),
      choiceInput({
        value: binding.version,
        choices: [
          ...['latest', 'deployment'].map((value) => ({ value, label: t(`designer.decision.${value}`) })),
          ...version
            .slice(0, 20)
            .map((value) => ({ value, label: t('designer.decision.number', { version: value }) })),
        ],
        change: (chosen) => this.write({ version: chosen }),
      }),
    )}`;
  }

  private renderInput(input: DecisionInput) {
    const { inputs } = this.binding;
    const value = inputs.find(({ name }) => name === input.name)?.value ?? '';
    return grouped(
      input.name,
      html`<rl-task-input
        .field=${fieldOf(input)}
        .value=${value}
        .choices=${this.choices}
        subject=${this.subject}
        @rl-change=${(event: CustomEvent<{ value: string }>) => {
          const others = inputs.filter(({ name }) => name !== input.name);
          const given = event.detail.value.trim();
          this.write({ inputs: given ? [...others, { name: input.name, value: given }] : others });
        }}
      ></rl-task-input>`,
    );
  }

  private choose(item: DecisionItem | undefined): void {
    if (!item) return this.write({ ref: '', inputs: [], version: 'latest' });
    const result =
      this.binding.result ||
      item.key.replaceAll(/[^A-Za-z0-9]+(\w)?/g, (_, next = '') => String(next).toUpperCase());
    this.write({ ref: item.key, version: 'latest', result, inputs: this.guessed(item) });
  }

  /** What has the same name: a value of an earlier step, or a field of the record. */
  private guessed({ inputs }: DecisionItem): DecisionBinding['inputs'] {
    const fields = entityOf(this.meta, this.subject)?.fields ?? [];
    return inputs.flatMap(({ name }) => {
      if (this.choices.some((choice) => choice.name === name)) return [{ name, value: name }];
      const field = fields.find(({ id, label }) =>
        [id, label].some((each) => each.toLowerCase() === name.toLowerCase()),
      );
      return field ? [{ name, value: `$subject.${field.id}` }] : [];
    });
  }

  private async edit(): Promise<void> {
    if (await openDecisionEditor({ key: this.binding.ref })) await this.decisions.run();
  }

  /** The key is that of the step's name, and its own. */
  private async create(): Promise<void> {
    const key = newKey(this.name, this.decisions.value ?? []);
    const deployed = await openDecisionEditor({ key, name: this.name || t('designer.decision.untitled') });
    if (!deployed) return;
    await this.decisions.run();
    this.choose(this.decisions.value?.find((each) => deployed.some((own) => own.key === each.key)));
  }

  private write(changed: Partial<DecisionBinding>): void {
    const binding = { ...this.binding, ...changed };
    this.dispatchEvent(new CustomEvent('rl-change', { detail: { binding } }));
  }
}

const fieldOf = ({ name, type }: DecisionInput): SchemaField => ({
  ...plainField(name, types[type] ?? 'any'),
  format: type === 'date' ? 'date' : type === 'dateTime' ? 'date-time' : '',
});

const types: Readonly<Record<string, SchemaField['type']>> = {
  string: 'text',
  number: 'number',
  boolean: 'boolean',
  date: 'text',
  dateTime: 'text',
};

function resultHelp({ outputs, isList }: DecisionItem): string {
  const names = outputs.map(({ name, label }) => name || label).join(', ');
  if (isList) return t('designer.decision.result.list');
  return outputs.length > 1 ? t('designer.decision.result.many', { names }) : '';
}
