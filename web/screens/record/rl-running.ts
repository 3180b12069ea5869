import { LitElement, css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { formatDuration, t } from '../../data/i18n.ts';
import { stateTone } from '../../data/instance-state.ts';
import { listInstancesOf, type InstanceItem } from '../../data/instances.ts';
import { base } from '../../styles/base.ts';
import '../../components/rl-tag.ts';
import './rl-small-flow.ts';

/** The flows a record is in now, small, for the side column; nothing when there are none. */
@customElement('rl-running')
export class RlRunning extends LitElement {
  @property() entity = '';
  @property({ attribute: 'record-id' }) recordId = '';
  @property({ attribute: false }) pulse = 0;
  @state() private items: InstanceItem[] = [];

  static override styles = [
    base,
    css`
      :host {
        display: block;
      }
      h3 {
        padding: 6px 0;
        color: var(--rl-muted);
        font-size: var(--rl-size-small);
        font-weight: 600;
      }
      a {
        display: block;
        margin: 0 -6px;
        padding: 5px 6px;
        border-radius: var(--rl-radius);
      }
      a:hover {
        background: var(--rl-sunken);
      }
      .line {
        display: flex;
        align-items: center;
        gap: 8px;
      }
      ol {
        margin: 4px 0 2px;
        padding: 0;
        list-style: none;
      }
      li {
        display: flex;
        align-items: center;
        gap: 8px;
        color: var(--rl-accent-text);
      }
      li::before {
        content: '';
        flex: none;
        width: 8px;
        height: 8px;
        border: 2px solid var(--rl-accent);
        border-radius: 50%;
      }
      section {
        padding-bottom: 14px;
      }
    `,
  ];

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('recordId') || changed.has('pulse')) void this.load();
  }

  /** Without flows it takes no room, not even that between parts. */
  protected override updated(): void {
    this.hidden = this.items.length === 0;
  }

  protected override render() {
    if (this.items.length === 0) return nothing;
    return html`<section>
      <h3>${t('record.running')}</h3>
      ${repeat(
        this.items,
        ({ id, version }) => `${id} ${version}`,
        (item) => this.renderItem(item),
      )}
    </section>`;
  }

  private renderItem(item: InstanceItem) {
    const since = formatDuration(Date.now() - new Date(item.startedAt).getTime());
    return html`<rl-small-flow .item=${item}></rl-small-flow
      ><a href="/instances/${item.id}">
        <span class="line">
          <span class="grow truncate">${item.flowName ?? item.flow}</span>
          ${
            item.state === 'active'
              ? html`<span class="muted small">${since}</span>`
              : html`<rl-tag tone=${stateTone(item.state)}>${t(`state.${item.state}`)}</rl-tag>`
          }
        </span>
        <ol>
          ${item.tokens.map((token) => html`<li><span class="truncate">${token.name || token.element}</span></li>`)}
        </ol>
      </a>`;
  }

  private async load(): Promise<void> {
    const page = await listInstancesOf(this.entity, this.recordId).catch(() => undefined);
    if (page) this.items = page.items.filter((item) => !item.endedAt);
  }
}
