import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { LocalText } from '../../../core/entity/definition.ts';
import { ApiProblem } from '../../data/client.ts';
import { createEntity } from '../../data/entities.ts';
import { locale, t } from '../../data/i18n.ts';
import { freeName, nameOf, ofLocale } from '../../data/local-text.ts';
import { base } from '../../styles/base.ts';
import { buttons } from '../../styles/buttons.ts';
import { controls } from '../../styles/controls.ts';
import '../../components/rl-dialog.ts';
import '../../components/rl-icon.ts';
import '../../components/rl-problem.ts';
import { builderStyles } from './builder-styles.ts';
import './rl-icon-picker.ts';
import './rl-local-text.ts';

/** Asks for the name of a new entity and makes it. Fires `rl-created` with `detail: {id, name}` and `rl-close`. */
@customElement('rl-new-entity')
export class RlNewEntity extends LitElement {
  /** Ids that are there. */
  @property({ attribute: false }) taken: readonly string[] = [];
  @property({ attribute: false }) names: readonly string[] = [];
  @state() private one: LocalText = {};
  @state() private many: LocalText = {};
  @state() private icon = 'box';
  @state() private hasOwner = true;
  @state() private ownId: string | undefined;
  @state() private error: unknown;
  @state() private isBusy = false;

  static override styles = [
    base,
    buttons,
    controls,
    builderStyles,
    css`
      .told {
        padding: 10px 12px;
        border-radius: var(--rl-radius);
        background: var(--rl-sunken);
      }
      summary {
        color: var(--rl-muted);
        cursor: pointer;
      }
      details > * + * {
        margin-top: 12px;
      }
    `,
  ];

  protected override render() {
    // Chinese has no plural: who writes it is asked for that of another language where they look for more.
    const isChinese = locale() === 'zh-CN';
    const isReady = ofLocale(this.one) !== '' && this.apiName() !== '';
    return html`<rl-dialog open heading=${t('entities.new.heading')} @rl-close=${this.close}>
      <form class="stack" id="entity" @submit=${this.create}>
        ${this.error ? html`<rl-problem inline .retry=${false} .error=${sentences(this.error)}></rl-problem>` : ''}
        <div class=${isChinese ? '' : 'two'}>
          <rl-local-text
            label=${t('entities.new.one')}
            placeholder=${t('entities.new.oneHint')}
            required
            .value=${this.one}
            @rl-text=${(event: CustomEvent<{ value: LocalText }>) => (this.one = event.detail.value)}
          ></rl-local-text>
          ${isChinese ? nothing : this.renderMany()}
        </div>
        ${this.isTaken() ? html`<p class="field-error" role="alert">${t('entities.new.taken', { name: ofLocale(this.one) })}</p>` : nothing}
        <rl-icon-picker
          value=${this.icon}
          @rl-icon=${(event: CustomEvent<{ icon: string }>) => (this.icon = event.detail.icon)}
        ></rl-icon-picker>
        <div>
          <label class="check"
            ><input
              type="checkbox"
              .checked=${this.hasOwner}
              @change=${(event: Event) => (this.hasOwner = (event.target as HTMLInputElement).checked)}
            />${t('entities.new.owner')}</label
          >
          <p class="hint">${t('entities.new.ownerHelp')}</p>
        </div>
        <details>
          <summary>${t('entities.field.more')}</summary>
          ${isChinese ? this.renderMany() : nothing}
          <label class="field"
            ><span class="field-label">${t('entities.new.id')}</span>
            <input
              class="control mono"
              spellcheck="false"
              .value=${this.apiName()}
              @input=${(event: Event) => (this.ownId = (event.target as HTMLInputElement).value.trim())}
            />
            <p class="hint">${t('entities.new.idHelp')}</p></label
          >
        </details>
        <p class="told">${t('entities.new.what', { name: t('entities.new.name') })}</p>
      </form>
      <button slot="footer" type="button" class="button" @click=${this.close}>${t('action.cancel')}</button>
      <button
        slot="footer"
        form="entity"
        class="button primary"
        ?disabled=${!isReady || this.isBusy || this.isTaken()}
      >
        ${t('entities.new.create')}
      </button>
    </rl-dialog>`;
  }

  private renderMany() {
    return html`<rl-local-text
      label=${t('entities.new.many')}
      placeholder=${t('entities.new.manyHint')}
      .value=${this.many}
      @rl-text=${(event: CustomEvent<{ value: LocalText }>) => (this.many = event.detail.value)}
    ></rl-local-text>`;
  }

  /** Two of one name could not be told apart wherever one is chosen. */
  private isTaken(): boolean {
    const name = ofLocale(this.one).trim().toLowerCase();
    return name !== '' && this.names.some((taken) => taken.toLowerCase() === name);
  }

  private apiName(): string {
    if (this.ownId !== undefined) return this.ownId;
    if (ofLocale(this.one) === '') return '';
    const words = nameOf(this.one.en || this.one['zh-CN'] || '') || 'entity';
    return freeName(
      words.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
      this.taken,
    );
  }

  private async create(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    this.isBusy = true;
    const { one, icon, hasOwner } = this;
    const many = ofLocale(this.many) === '' ? one : this.many;
    try {
      const nameLabel = { [locale()]: t('entities.new.name') };
      const { id } = await createEntity({ id: this.apiName(), one, many, icon, hasOwner, nameLabel });
      this.dispatchEvent(new CustomEvent('rl-created', { detail: { id, name: ofLocale(one, id) } }));
    } catch (error) {
      this.error = error;
    } finally {
      this.isBusy = false;
    }
  }

  private close(): void {
    this.dispatchEvent(new CustomEvent('rl-close'));
  }
}

const sentences = (error: unknown): unknown =>
  error instanceof ApiProblem && error.errors.length > 0
    ? error.errors.map(({ message, code }) => message ?? code).join(' ')
    : error;
