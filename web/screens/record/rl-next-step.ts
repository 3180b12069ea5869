import { LitElement, css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { t } from '../../data/i18n.ts';
import { listWorkItems, type WorkItem } from '../../data/work-items.ts';
import { base } from '../../styles/base.ts';
import { buttons } from '../../styles/buttons.ts';
import '../../components/rl-dialog.ts';
import '../../components/rl-icon.ts';
import '../../components/rl-time.ts';
import '../inbox/rl-work-form.ts';

/** What a person must do next so that the record's flows go on. */
@customElement('rl-next-step')
export class RlNextStep extends LitElement {
  @property() entity = '';
  @property({ attribute: 'record-id' }) recordId = '';
  @property({ attribute: false }) pulse = 0;
  @state() private items: WorkItem[] = [];
  @state() private open: WorkItem | undefined;

  static override styles = [
    base,
    buttons,
    css`
      :host {
        display: block;
      }
      .step {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 4px 10px;
        min-height: 48px;
        margin-bottom: 8px;
        padding: 8px 10px 8px 12px;
        border: 1px solid var(--rl-accent);
        border-radius: var(--rl-radius-card);
        background: var(--rl-accent-soft);
      }
      .step > rl-icon {
        color: var(--rl-accent-text);
      }
      .text {
        display: flex;
        flex-wrap: wrap;
        flex: 1 1 240px;
        gap: 0 10px;
        min-width: 0;
      }
      b {
        font-weight: 600;
      }
      .about {
        color: var(--rl-text);
        opacity: 0.78;
      }
    `,
  ];

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('recordId') || changed.has('pulse')) void this.load();
  }

  protected override render() {
    return html`${this.items.map((item) => this.renderStep(item))}
    ${
      this.open
        ? html`<rl-dialog open heading=${this.open.name} @rl-close=${() => (this.open = undefined)}>
            <rl-work-form
              .item=${this.open}
              @rl-done=${() => {
                this.open = undefined;
                void this.load();
              }}
            ></rl-work-form>
          </rl-dialog>`
        : nothing
    }`;
  }

  private renderStep(item: WorkItem) {
    return html`<div class="step">
      <rl-icon name="circle-dot"></rl-icon>
      <div class="text">
        <span>${t('next.label')} <b>${item.name}</b></span>
        <span class="about"
          >${item.flowName ?? item.flow}${
            item.assignee ? html` · ${item.assignee.title}` : html` · ${t('work.unclaimed')}`
          }${item.due ? html` · ${t('next.due')} <rl-time due value=${item.due}></rl-time>` : nothing}</span
        >
      </div>
      <a class="button" href="/instances/${item.instance}">${t('next.showFlow')}</a>
      <button type="button" class="button primary" @click=${() => (this.open = item)}>
        ${t('next.act')}
      </button>
    </div>`;
  }

  private async load(): Promise<void> {
    const page = await listWorkItems({ subject: `${this.entity}/${this.recordId}` }).catch(() => undefined);
    if (page) this.items = page.items.filter((item) => !['completed', 'cancelled'].includes(item.state));
  }
}
