import { Task } from '@lit/task';
import { LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { t } from '../../web/data/i18n.ts';
import { findUsers } from '../../web/data/users.ts';
import { base } from '../../web/styles/base.ts';
import { controls } from '../../web/styles/controls.ts';
import { choiceInput } from './inputs.ts';

/** One person by name. Fires `rl-change` with `detail: {value}`, the user's id. */
@customElement('rl-person-picker')
export class RlPersonPicker extends LitElement {
  @property() value = '';
  private readonly users = new Task(this, { task: () => findUsers(), args: () => [] });

  static override styles = [base, controls];

  protected override render() {
    const users = this.users.value ?? [];
    return choiceInput({
      value: this.value,
      label: t('designer.who.person'),
      none: t('designer.none'),
      choices: users.map((user) => ({ value: user.id, label: user.name })),
      change: (value) => this.dispatchEvent(new CustomEvent('rl-change', { detail: { value } })),
    });
  }
}
