import { LitElement, css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { stateTone } from '../../data/instance-state.ts';
import { formatDuration, t } from '../../data/i18n.ts';
import { listInstancesOf, type InstanceItem } from '../../data/instances.ts';
import { base } from '../../styles/base.ts';
import '../../components/rl-empty.ts';
import '../../components/rl-problem.ts';
import '../../components/rl-skeleton.ts';
import '../../components/rl-tag.ts';
import '../../components/rl-time.ts';

/** The flows a record is or was in, each leading to its diagram. */
@customElement('rl-record-flows')
export class RlRecordFlows extends LitElement {
  @property() entity = '';
  @property({ attribute: 'record-id' }) recordId = '';
  @property({ attribute: false }) pulse = 0;
  @state() private items: InstanceItem[] | undefined;
  @state() private error: unknown;

  static override styles = [
    base,
    css`
      a {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 2px 10px;
        min-height: 40px;
        padding: 8px 4px;
        border-bottom: 1px solid var(--rl-line);
      }
      a:hover {
        background: var(--rl-sunken);
      }
      b {
        font-weight: 500;
      }
      rl-time,
      .took {
        margin-left: auto;
        color: var(--rl-muted);
      }
    `,
  ];

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('recordId') || changed.has('pulse')) void this.load();
  }

  protected override render() {
    if (this.error)
      return html`<rl-problem .error=${this.error} @rl-retry=${() => this.load()}></rl-problem>`;
    if (!this.items) return html`<rl-skeleton rows="3"></rl-skeleton>`;
    if (this.items.length === 0)
      return html`<rl-empty
        icon="workflow"
        heading=${t('record.noFlows')}
        text=${t('record.noFlowsText')}
      ></rl-empty>`;
    return this.items.map((item) => this.renderItem(item));
  }

  private renderItem(item: InstanceItem) {
    const where = item.tokens.map((token) => token.name || token.element).join(t('list.comma'));
    const end = item.endedAt ? new Date(item.endedAt).getTime() : Date.now();
    const took = formatDuration(end - new Date(item.startedAt).getTime());
    return html`<a href="/instances/${item.id}">
      <b>${item.flowName ?? item.flow}</b>
      <rl-tag tone=${stateTone(item.state)}>${t(`state.${item.state}`)}</rl-tag>
      ${where ? html`<span class="muted">${t('flow.at', { where })}</span>` : nothing}
      <span class="took small">v${item.version} · ${took}</span>
    </a>`;
  }

  private async load(): Promise<void> {
    try {
      this.items = (await listInstancesOf(this.entity, this.recordId)).items;
      this.error = undefined;
    } catch (error) {
      this.error = error;
    }
  }
}
