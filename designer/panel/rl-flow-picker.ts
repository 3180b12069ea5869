import { Task } from '@lit/task';
import { LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { t } from '../../web/data/i18n.ts';
import { base } from '../../web/styles/base.ts';
import { controls } from '../../web/styles/controls.ts';
import { listFlows } from '../data/flows.ts';
import { choiceInput } from './inputs.ts';

/** One of the flows that the server has. Fires `rl-change` with `detail: {value}`, its key. */
@customElement('rl-flow-picker')
export class RlFlowPicker extends LitElement {
  @property() value = '';
  private readonly flows = new Task(this, { task: () => listFlows(), args: () => [] });

  static override styles = [base, controls];

  protected override render() {
    const flows = this.flows.value ?? [];
    return choiceInput({
      value: this.value,
      label: t('designer.call.flow'),
      none: t('designer.call.choose'),
      choices: flows.map((flow) => ({ value: flow.key, label: flow.name || flow.key })),
      change: (value) => this.dispatchEvent(new CustomEvent('rl-change', { detail: { value } })),
    });
  }
}
