import { Task } from '@lit/task';
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { t } from '../../web/data/i18n.ts';
import { base } from '../../web/styles/base.ts';
import { controls } from '../../web/styles/controls.ts';
import { loadRolePeople } from '../data/role-people.ts';
import { panelStyles } from './panel-styles.ts';

/** Roles that may do a piece of work, each with how many people hold it. Fires `rl-change` with `detail: {roles}`. */
@customElement('rl-role-choices')
export class RlRoleChoices extends LitElement {
  @property({ attribute: false }) roles: readonly { id: string; label: string }[] = [];
  @property({ attribute: false }) chosen: readonly string[] = [];
  private readonly people = new Task(this, { task: () => loadRolePeople(), args: () => [] });

  static override styles = [
    base,
    controls,
    panelStyles,
    css`
      .toggle > .muted {
        margin-left: auto;
      }
    `,
  ];

  protected override render() {
    const people = this.people.value;
    const known = [...this.roles, ...this.chosen.filter((id) => !this.isKnown(id)).map(bare)];
    const waits = people && this.chosen.length > 0 && this.chosen.every((role) => !people.get(role));
    return html`${known.map((role) => this.renderRole(role, people))}
    ${waits ? html`<p class="help" role="status">${t('designer.who.role.waits')}</p>` : nothing}`;
  }

  private renderRole({ id, label }: { id: string; label: string }, people?: ReadonlyMap<string, number>) {
    const count = people?.get(id) ?? 0;
    return html`<label class="toggle"
      ><input
        type="checkbox"
        .checked=${live(this.chosen.includes(id))}
        @change=${() => this.toggle(id)}
      />${label}${
        people
          ? html`<span class="muted small"
              >${count === 0 ? t('designer.who.role.nobody') : t('designer.who.role.people', { count })}</span
            >`
          : nothing
      }</label
    >`;
  }

  private toggle(id: string): void {
    const roles = this.chosen.includes(id) ? this.chosen.filter((each) => each !== id) : [...this.chosen, id];
    this.dispatchEvent(new CustomEvent('rl-change', { detail: { roles } }));
  }

  private isKnown(id: string): boolean {
    return this.roles.some((role) => role.id === id);
  }
}

/** A role that is gone stays to be taken out. */
const bare = (id: string): { id: string; label: string } => ({ id, label: id });
