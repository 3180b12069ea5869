import { LitElement, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { t } from '../../data/i18n.ts';
import type { ImportChange, ImportItem } from '../../data/imports.ts';
import type { Meta } from '../../data/meta.ts';
import { base } from '../../styles/base.ts';
import '../../components/rl-select.ts';
import { importStyles } from './import-styles.ts';

/** What imported people may do: a role for those in the list, another for their managers. Fires `rl-change`. */
@customElement('rl-import-roles')
export class RlImportRoles extends LitElement {
  @property({ attribute: false }) meta!: Meta;
  @property({ attribute: false }) item!: ImportItem;

  static override styles = [base, importStyles];

  protected override render() {
    const hasManagers = this.item.mapping.some((each) => each.field === 'manager');
    return html`<h3>${t('import.roles.title')}</h3>
      <p class="lead">${t('import.roles.lead')}</p>
      <div class="settings">
        ${this.renderRole('roles')} ${hasManagers ? this.renderRole('managerRoles') : ''}
      </div>`;
  }

  private renderRole(option: 'roles' | 'managerRoles') {
    return html`<label
      ><span>${t(`import.roles.${option}`)}</span>
      <rl-select
        label=${t(`import.roles.${option}`)}
        placeholder=${t('import.roles.none')}
        .value=${this.item.options[option][0] ?? ''}
        .options=${this.meta.roles.map(({ id, label }) => ({ value: id, label }))}
        @change=${(event: CustomEvent<{ value: string }>) => this.fire(option, event.detail.value)}
      ></rl-select
    ></label>`;
  }

  private fire(option: 'roles' | 'managerRoles', role: string): void {
    const change: ImportChange = { options: { [option]: role ? [role] : [] } };
    this.dispatchEvent(new CustomEvent('rl-change', { detail: { change }, bubbles: true, composed: true }));
  }
}
