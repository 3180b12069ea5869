import { LitElement, css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { titleOf } from '../../data/choices.ts';
import { t } from '../../data/i18n.ts';
import type { MetaEntity } from '../../data/meta.ts';
import type { RecordItem } from '../../data/records.ts';
import { listShares, type ShareItem } from '../../data/shares.ts';
import { base } from '../../styles/base.ts';
import { buttons } from '../../styles/buttons.ts';
import '../../components/rl-icon.ts';
import { showProblem } from '../../components/toast.ts';

/** With whom a record is shared, and why one sees it; the dialogs are loaded when they are asked for. */
@customElement('rl-record-access')
export class RlRecordAccess extends LitElement {
  @property({ attribute: false }) entity!: MetaEntity;
  @property({ attribute: false }) record!: RecordItem;
  @property({ attribute: false }) pulse = 0;
  @state() private shares: ShareItem[] = [];
  @state() private isOpen: 'share' | 'why' | undefined;

  static override styles = [
    base,
    buttons,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 4px 12px;
        margin-top: 16px;
        padding-top: 10px;
        border-top: 1px solid var(--rl-line);
      }
      .button.link {
        gap: 6px;
        min-height: 24px;
      }
      .truncate {
        max-width: 220px;
      }
    `,
  ];

  protected override willUpdate(changed: PropertyValues<this>): void {
    const isOther = changed.has('record') && changed.get('record')?.id !== this.record.id;
    if (changed.has('pulse') || isOther) void this.load();
  }

  /** Opens one of the dialogs. */
  async open(what: 'share' | 'why'): Promise<void> {
    try {
      await import('../access/about-record.ts');
      this.isOpen = what;
    } catch (error) {
      showProblem(error);
    }
  }

  protected override render() {
    const names = this.shares.map(({ name }) => name).join(t('list.comma'));
    return html`<button type="button" class="button link" @click=${() => this.open('share')}>
        <rl-icon name="users"></rl-icon
        ><span class="truncate">${names ? t('record.sharedWith', { names }) : t('record.share')}</span>
      </button>
      <button type="button" class="button link" @click=${() => this.open('why')}>
        <rl-icon name="circle-help"></rl-icon>${t('record.why')}
      </button>
      ${this.isOpen ? this.renderDialog(this.isOpen) : nothing}`;
  }

  private renderDialog(what: 'share' | 'why') {
    const record = { entity: this.entity.id, id: this.record.id };
    const name = titleOf(this.entity.title, this.record);
    const close = (): void => void (this.isOpen = undefined);
    return what === 'why'
      ? html`<rl-why-dialog .record=${record} name=${name} @rl-close=${close}></rl-why-dialog>`
      : html`<rl-share-dialog
          .record=${record}
          name=${name}
          @rl-close=${close}
          @rl-shared=${() => this.load()}
        ></rl-share-dialog>`;
  }

  private async load(): Promise<void> {
    // The page tells of a record that is gone; here nothing is shown of it.
    this.shares = await listShares({ entity: this.entity.id, id: this.record.id }).catch(() => []);
  }
}
