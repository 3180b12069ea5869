import { consume } from '@lit/context';
import { LitElement, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { metaContext } from '../../context/meta.ts';
import { t } from '../../data/i18n.ts';
import type { Meta, MetaEntity } from '../../data/meta.ts';
import { base } from '../../styles/base.ts';
import { buttons } from '../../styles/buttons.ts';
import '../../components/rl-icon.ts';
import '../../components/rl-tag.ts';
import './rl-entity-dialog.ts';
import { settingsStyles } from './settings-styles.ts';

/** Every type of record; new ones and new fields are made here. */
@customElement('rl-entities-page')
export class RlEntitiesPage extends LitElement {
  @consume({ context: metaContext, subscribe: true }) meta!: Meta;
  /** The entity that gets a field; `new` for a new entity. */
  @state() private edited: MetaEntity | 'new' | undefined;

  static override styles = [base, buttons, settingsStyles];

  protected override render() {
    return html`<div class="head">
        <p class="grow">${t('entities.about')}</p>
        <button type="button" class="button primary" @click=${() => (this.edited = 'new')}>
          <rl-icon name="plus"></rl-icon>${t('entities.add')}
        </button>
      </div>
      ${this.meta.entities.map(
        (entity) =>
          html`<div class="row">
            <rl-icon name=${entity.icon ?? 'box'}></rl-icon>
            <a class="grow truncate" href="/r/${encodeURIComponent(entity.id)}/list">${entity.label.many}</a>
            <span class="muted optional"
              >${t('entities.fields', {
                count: entity.fields.filter((field) => !field.isSystem).length,
              })}</span
            >
            <rl-tag tone=${entity.plugin === 'admin' ? 'accent' : 'neutral'}>${entity.plugin}</rl-tag>
            <button type="button" class="button ghost" @click=${() => (this.edited = entity)}>
              ${t('entities.addField')}
            </button>
          </div>`,
      )}
      ${
        this.edited
          ? html`<rl-entity-dialog
              .entity=${this.edited === 'new' ? undefined : this.edited}
              @rl-close=${() => (this.edited = undefined)}
            ></rl-entity-dialog>`
          : nothing
      }`;
  }
}
