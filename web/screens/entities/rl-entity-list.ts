import { consume } from '@lit/context';
import { LitElement, css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { metaContext } from '../../context/meta.ts';
import { entityNames } from '../../data/entity-choices.ts';
import { t } from '../../data/i18n.ts';
import type { Meta, MetaEntity } from '../../data/meta.ts';
import { base } from '../../styles/base.ts';
import { buttons } from '../../styles/buttons.ts';
import { controls } from '../../styles/controls.ts';
import '../../components/rl-empty.ts';
import '../../components/rl-icon.ts';
import '../../components/rl-tag.ts';
import { showToast } from '../../components/toast.ts';
import { navigate } from '../../shell/router.ts';
import './rl-new-entity.ts';

/** Every type of record, by name; new ones are made here. */
@customElement('rl-entity-list')
export class RlEntityList extends LitElement {
  @consume({ context: metaContext, subscribe: true }) meta!: Meta;
  @state() private search = '';
  @state() private isMaking = false;

  static override styles = [
    base,
    buttons,
    controls,
    css`
      :host {
        display: block;
      }
      .head {
        display: flex;
        gap: 12px;
        align-items: center;
        margin-bottom: 8px;
      }
      .head input {
        max-width: 280px;
      }
      .about {
        margin-bottom: 12px;
        color: var(--rl-muted);
      }
      a.row {
        display: flex;
        gap: 10px;
        align-items: center;
        min-height: 40px;
        padding: 4px;
        border-bottom: 1px solid var(--rl-line);
      }
      a.row:hover {
        background: var(--rl-hover);
      }
      .name {
        font-weight: 500;
      }
      .fields {
        width: 90px;
        text-align: right;
      }
      .tag {
        flex: none;
        width: 110px;
      }
      @media (max-width: 720px) {
        .fields {
          display: none;
        }
        .tag {
          width: auto;
        }
      }
    `,
  ];

  protected override render() {
    const names = entityNames(this.meta, 'many');
    const wanted = this.search.trim().toLowerCase();
    const shown = this.meta.entities.filter(({ id, label }) =>
      [id, label.one, label.many].some((text) => text.toLowerCase().includes(wanted)),
    );
    return html`<div class="head">
        <input
          class="control"
          type="search"
          aria-label=${t('entities.search')}
          placeholder=${t('entities.search')}
          @input=${(event: Event) => (this.search = (event.target as HTMLInputElement).value)}
        />
        <span class="grow"></span>
        <button type="button" class="button primary" @click=${() => (this.isMaking = true)}>
          <rl-icon name="plus"></rl-icon>${t('entities.add')}
        </button>
      </div>
      <p class="about">${t('entities.about')}</p>
      ${shown.map((entity) => this.renderRow(entity, names))}
      ${
        shown.length === 0
          ? html`<rl-empty
              icon="search"
              heading=${t('entities.noMatch')}
              text=${t('entities.noMatchText')}
            ></rl-empty>`
          : nothing
      }
      ${
        this.isMaking
          ? html`<rl-new-entity
              .taken=${this.meta.entities.map(({ id }) => id)}
              .names=${this.meta.entities.map(({ label }) => label.one)}
              @rl-created=${this.created}
              @rl-close=${() => (this.isMaking = false)}
            ></rl-new-entity>`
          : nothing
      }`;
  }

  private renderRow(entity: MetaEntity, names: ReadonlyMap<string, string>) {
    const count = entity.fields.filter((field) => !field.isSystem).length;
    const isOwn = entity.plugin === 'admin';
    return html`<a class="row" href="/settings/entities/${encodeURIComponent(entity.id)}">
      <rl-icon name=${entity.icon ?? 'box'}></rl-icon>
      <span class="grow truncate name" title=${entity.id}>${names.get(entity.id)}</span>
      <span class="muted fields">${t('entities.fields', { count })}</span>
      <span class="tag"
        ><rl-tag tone=${isOwn ? 'accent' : 'neutral'} title=${isOwn ? nothing : entity.plugin}
          >${t(isOwn ? 'entities.custom' : 'entities.brought')}</rl-tag
        ></span
      >
      <rl-icon name="chevron-right"></rl-icon>
    </a>`;
  }

  private created(event: CustomEvent<{ id: string; name: string }>): void {
    const { id, name } = event.detail;
    this.isMaking = false;
    this.dispatchEvent(new CustomEvent('rl-meta-changed', { bubbles: true, composed: true }));
    showToast({ text: t('entities.new.created', { name }) });
    navigate(`/settings/entities/${encodeURIComponent(id)}`);
  }
}
