import { LitElement, html } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { KeptFor, LocalText } from '../../../core/entity/definition.ts';
import type { BuilderEntity, EntityChange } from '../../data/entities.ts';
import { t } from '../../data/i18n.ts';
import { base } from '../../styles/base.ts';
import { builderStyles } from './builder-styles.ts';
import type { RlChangeReview } from './rl-change-review.ts';
import './rl-change-review.ts';
import './rl-icon-picker.ts';
import './rl-kept-for.ts';
import './rl-local-text.ts';
import './rl-side-panel.ts';

/** Names and icon of an entity, and how long its records are kept. Fires `rl-applied` with `detail: {change}` and `rl-close`. */
@customElement('rl-entity-settings')
export class RlEntitySettings extends LitElement {
  @property({ attribute: false }) entity!: BuilderEntity;
  @state() private one: LocalText | undefined;
  @state() private many: LocalText | undefined;
  @state() private icon: string | undefined;
  @state() private keptFor: KeptFor | null | undefined;
  @query('rl-change-review') private review!: RlChangeReview;

  static override styles = [base, builderStyles];

  protected override render() {
    const { entity, keptFor: kept } = this;
    const before = entity.keptFor ?? null;
    const set = {
      ...((this.one ?? this.many) && {
        label: { one: this.one ?? entity.label.one, many: this.many ?? entity.label.many },
      }),
      ...(this.icon !== undefined && this.icon !== entity.icon && { icon: this.icon }),
      ...(kept !== undefined && JSON.stringify(kept) !== JSON.stringify(before) && { keptFor: kept }),
    };
    const body =
      Object.keys(set).length === 0 ? undefined : { operations: [{ op: 'setEntity' as const, set }] };
    return html`<rl-side-panel
      heading=${t('entities.settings')}
      @rl-close=${() => this.fire('rl-close')}
      @rl-submit=${() => this.review.submit()}
    >
      <div class="stack">
        <rl-local-text
          label=${t('entities.new.one')}
          required
          .value=${this.one ?? entity.label.one}
          @rl-text=${(event: CustomEvent<{ value: LocalText }>) => (this.one = event.detail.value)}
        ></rl-local-text>
        <rl-local-text
          label=${t('entities.new.many')}
          required
          .value=${this.many ?? entity.label.many}
          @rl-text=${(event: CustomEvent<{ value: LocalText }>) => (this.many = event.detail.value)}
        ></rl-local-text>
        <rl-icon-picker
          value=${this.icon ?? entity.icon ?? 'box'}
          @rl-icon=${(event: CustomEvent<{ icon: string }>) => (this.icon = event.detail.icon)}
        ></rl-icon-picker>
        <rl-kept-for
          .entity=${entity}
          .value=${kept === undefined ? before : kept}
          @rl-kept=${(event: CustomEvent<{ value: KeptFor | null }>) => (this.keptFor = event.detail.value)}
        ></rl-kept-for>
      </div>
      <rl-change-review
        slot="foot"
        entity=${entity.id}
        .since=${entity.lastChange}
        .body=${body}
        @rl-applied=${(event: CustomEvent<{ change: EntityChange }>) => this.fire('rl-applied', event.detail)}
      ></rl-change-review>
    </rl-side-panel>`;
  }

  private fire(name: string, detail?: unknown): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}
