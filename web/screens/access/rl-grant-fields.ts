import { consume } from '@lit/context';
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { metaContext } from '../../context/meta.ts';
import { t } from '../../data/i18n.ts';
import { entityOf, shownType, type Meta, type MetaField } from '../../data/meta.ts';
import type { FieldRestriction } from '../../data/roles.ts';
import { base } from '../../styles/base.ts';
import { controls } from '../../styles/controls.ts';

const levels: (FieldRestriction | 'open')[] = ['open', 'read-only', 'masked', 'hidden'];

/** How each field of a grant is seen. Fires `rl-fields` with `detail: {fields}`. */
@customElement('rl-grant-fields')
export class RlGrantFields extends LitElement {
  @consume({ context: metaContext, subscribe: true }) meta!: Meta;
  @property() entity = '';
  @property({ attribute: false }) fields: Readonly<Record<string, FieldRestriction>> = {};
  @property({ attribute: false }) masks: Readonly<Record<string, string>> = {};
  @state() private search = '';

  static override styles = [
    base,
    controls,
    css`
      :host {
        display: block;
      }
      .list {
        max-height: 320px;
        margin-top: 8px;
        overflow: auto;
        border: 1px solid var(--rl-line);
        border-radius: var(--rl-radius);
      }
      .row {
        display: grid;
        grid-template-columns: minmax(0, 1fr) minmax(0, 1fr) 132px;
        gap: 8px;
        align-items: center;
        padding: 2px 8px;
      }
      .row + .row {
        border-top: 1px solid var(--rl-line);
      }
      .row.set {
        background: var(--rl-accent-soft);
      }
      code {
        font-family: var(--rl-mono);
        font-size: 12px;
      }
      @media (max-width: 720px) {
        .row {
          grid-template-columns: minmax(0, 1fr) 132px;
        }
        .row > :nth-child(2) {
          grid-column: 1 / -1;
          grid-row: 2;
        }
      }
    `,
  ];

  protected override render() {
    const all = (entityOf(this.meta, this.entity)?.fields ?? []).filter(
      ({ id }) => !['createdAt', 'updatedAt'].includes(id),
    );
    const gone = Object.keys(this.fields).filter((id) => !all.some((field) => field.id === id));
    const wanted = this.search.toLowerCase();
    const shown = all.filter(({ label }) => label.toLowerCase().includes(wanted));
    return html`${
        all.length > 8
          ? html`<input
              class="control"
              type="search"
              aria-label=${t('access.findField')}
              placeholder=${t('access.findField')}
              @input=${(event: Event) => (this.search = (event.target as HTMLInputElement).value)}
            />`
          : nothing
      }
      <div class="list" tabindex="0" role="group" aria-label=${t('access.fields')}>
        ${shown.map((field) => this.renderRow(field.id, field))}
        ${gone.map((id) => this.renderRow(id, undefined))}
      </div>`;
  }

  private renderRow(id: string, field: MetaField | undefined) {
    const level = this.fields[id] ?? 'open';
    const label = field?.label ?? t('access.fieldGone', { field: id });
    return html`<div class="row ${level === 'open' ? '' : 'set'}">
      <span class="truncate">${label}</span>
      <span class="muted truncate">${level === 'masked' ? this.mask(field) : nothing}</span>
      <select
        class="control"
        aria-label=${t('access.levelOf', { field: label })}
        @change=${(event: Event) =>
          // The options below are the levels.
          this.set(id, (event.target as HTMLSelectElement).value as FieldRestriction | 'open')}
      >
        ${levels.map(
          (each) =>
            html`<option value=${each} ?selected=${each === level}>${t(`access.level.${each}`)}</option>`,
        )}
      </select>
    </div>`;
  }

  private mask(field: MetaField | undefined) {
    const type = field ? shownType(field) : 'text';
    const texts = ['text', 'autoNumber', 'address'];
    const example = this.masks[texts.includes(type) ? 'text' : type];
    return example === undefined
      ? t('access.maskNothing')
      : html`${t('access.maskLike')} <code>${example}</code>`;
  }

  private set(id: string, level: FieldRestriction | 'open'): void {
    const { [id]: _before, ...others } = this.fields;
    const fields = level === 'open' ? others : { ...others, [id]: level };
    this.dispatchEvent(new CustomEvent('rl-fields', { detail: { fields } }));
  }
}
