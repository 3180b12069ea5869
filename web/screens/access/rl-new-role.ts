import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { latinOf } from '../../data/latin.ts';
import { locale, t } from '../../data/i18n.ts';
import { makeRole, type RoleItem } from '../../data/roles.ts';
import { base } from '../../styles/base.ts';
import { buttons } from '../../styles/buttons.ts';
import { controls } from '../../styles/controls.ts';
import '../../components/rl-dialog.ts';
import '../../components/rl-problem.ts';

/** Names a new role, empty or as a copy of another. Fires `rl-made` with `detail: {id}`, and `rl-close`. */
@customElement('rl-new-role')
export class RlNewRole extends LitElement {
  @property({ attribute: false }) roles: RoleItem[] = [];
  @state() private error: unknown;
  @state() private isBusy = false;

  static override styles = [
    base,
    buttons,
    controls,
    css`
      form {
        display: grid;
        gap: 14px;
      }
    `,
  ];

  protected override render() {
    return html`<rl-dialog open size="small" heading=${t('access.newRole')} @rl-close=${this.close}>
      <form id="role" @submit=${this.save}>
        ${this.error ? html`<rl-problem inline .retry=${false} .error=${this.error}></rl-problem>` : nothing}
        <label class="field">
          <span class="field-label">${t('access.name')}</span>
          <input
            class="control"
            name="name"
            required
            maxlength="80"
            placeholder=${t('access.namePlaceholder')}
          />
        </label>
        <label class="field">
          <span class="field-label">${t('access.copyOf')}</span>
          <select class="control" name="from">
            <option value="">${t('access.startEmpty')}</option>
            ${this.roles
              .filter(({ permissions }) => !permissions.includes('*'))
              .map((role) => html`<option value=${role.id}>${role.name}</option>`)}
          </select>
        </label>
      </form>
      <button slot="footer" type="button" class="button" @click=${this.close}>${t('action.cancel')}</button>
      <button slot="footer" form="role" class="button primary" ?disabled=${this.isBusy}>
        ${t('access.make')}
      </button>
    </rl-dialog>`;
  }

  private close(): void {
    this.dispatchEvent(new CustomEvent('rl-close'));
  }

  private async save(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const data = new FormData(event.target as HTMLFormElement); // the listener sits on the form
    const name = String(data.get('name') ?? '').trim();
    const from = this.roles.find(({ id }) => id === data.get('from'));
    this.isBusy = true;
    try {
      const id = freeId(name, new Set(this.roles.map((role) => role.id)));
      await makeRole({
        id,
        label: { [locale()]: name },
        grants: from?.grants ?? [],
        permissions: from?.permissions ?? [],
      });
      this.dispatchEvent(new CustomEvent('rl-made', { detail: { id } }));
    } catch (error) {
      this.error = error;
    } finally {
      this.isBusy = false;
    }
  }
}

/** Made of the name, of Chinese the first sounds: it is what a pack and a model call the role. */
function freeId(name: string, taken: ReadonlySet<string>): string {
  const plain = latinOf(name)
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^[^a-z]+|-+$/g, '')
    .slice(0, 40);
  const start = plain || 'role';
  for (let count = 1; ; count++) {
    const id = count === 1 ? start : `${start}-${count}`;
    if (!taken.has(id)) return id;
  }
}
