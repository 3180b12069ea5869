import { LitElement, css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { t } from '../../data/i18n.ts';
import { listVersions, type InstanceQuestion } from '../../data/operate.ts';
import { base } from '../../styles/base.ts';
import { buttons } from '../../styles/buttons.ts';
import { controls } from '../../styles/controls.ts';
import { filteredTable } from '../../styles/filtered-table.ts';
import '../../components/rl-icon.ts';
import '../../components/rl-select.ts';

const states = ['active', 'incident', 'stuck', 'suspended', 'completed', 'terminated', 'failed'];
const hidden = ['version', 'element', 'businessKey', 'variable', 'value'] as const;

/** What is looked for. Fires `rl-question` with the new question as `detail`. */
@customElement('rl-instance-filters')
export class RlInstanceFilters extends LitElement {
  @property({ attribute: false }) question: InstanceQuestion = {};
  /** Names of flows by key. */
  @property({ attribute: false }) flows = new Map<string, string>();
  @property() count = '';
  @state() private isOpen = false;
  @state() private versions: number[] = [];

  static override styles = [
    base,
    buttons,
    controls,
    filteredTable,
    css`
      :host {
        display: block;
        height: auto;
      }
      .filters > * {
        flex: 0 1 168px;
      }
      .filters > .button {
        flex: none;
      }
      .filters .count {
        flex: none;
        margin-left: auto;
        color: var(--rl-muted);
        font-variant-numeric: tabular-nums;
      }
      @media (max-width: 720px) {
        .filters {
          padding: 8px 12px;
        }
        .filters > * {
          flex: 1 1 40%;
        }
      }
    `,
  ];

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('question');
    if (!changed.has('question') || before?.flow === this.question.flow) return;
    this.versions = [];
    const { flow } = this.question;
    if (flow)
      void listVersions(flow).then(
        (versions) => (this.versions = versions),
        () => {},
      );
  }

  protected override render() {
    const { question } = this;
    const isMore = this.isOpen || hidden.some((name) => question[name]);
    const stateText = (name: string): string => t(name === 'stuck' ? 'instances.stuck' : `state.${name}`);
    return html`<div class="filters" role="search">
      <rl-select
        label=${t('instances.flow.label')}
        placeholder=${t('instances.flow')}
        .options=${[...this.flows].map(([value, label]) => ({ value, label }))}
        .value=${question.flow ?? ''}
        @change=${(event: CustomEvent<{ value: string }>) =>
          this.ask({ flow: event.detail.value, version: undefined })}
      ></rl-select>
      <rl-select
        label=${t('instances.state.label')}
        placeholder=${t('instances.state')}
        .options=${states.map((value) => ({ value, label: stateText(value) }))}
        .value=${question.state ?? ''}
        @change=${(event: CustomEvent<{ value: string }>) => this.ask({ state: event.detail.value })}
      ></rl-select>
      ${isMore ? this.renderMore() : nothing}
      ${
        isMore
          ? nothing
          : html`<button type="button" class="button ghost" @click=${() => (this.isOpen = true)}>
              <rl-icon name="sliders-horizontal"></rl-icon>${t('instances.more')}
            </button>`
      }
      ${
        Object.values(question).some(Boolean)
          ? html`<button type="button" class="button ghost" @click=${() => this.clear()}>
              <rl-icon name="x"></rl-icon>${t('instances.clear')}
            </button>`
          : nothing
      }
      <span class="count" role="status">${this.count}</span>
    </div>`;
  }

  private renderMore() {
    const versions = this.versions.map((version) => ({
      value: String(version),
      label: t('instances.version.one', { version }),
    }));
    return html`${
      versions.length > 1
        ? html`<rl-select
            label=${t('instances.version.label')}
            placeholder=${t('instances.version')}
            .options=${versions}
            .value=${this.question.version ?? ''}
            @change=${(event: CustomEvent<{ value: string }>) => this.ask({ version: event.detail.value })}
          ></rl-select>`
        : nothing
    }
    ${this.renderText('element')} ${this.renderText('businessKey')} ${this.renderText('variable')}
    ${this.question.variable ? this.renderText('value') : nothing}`;
  }

  private renderText(name: 'element' | 'businessKey' | 'variable' | 'value') {
    return html`<input
      class="control"
      aria-label=${t(`instances.${name}`)}
      placeholder=${t(`instances.${name}`)}
      .value=${this.question[name] ?? ''}
      @change=${(event: Event) => this.ask({ [name]: (event.target as HTMLInputElement).value.trim() })}
    />`;
  }

  private clear(): void {
    this.isOpen = false;
    this.dispatchEvent(new CustomEvent<InstanceQuestion>('rl-question', { detail: {} }));
  }

  private ask(change: InstanceQuestion): void {
    const detail = { ...this.question, ...change };
    this.dispatchEvent(new CustomEvent<InstanceQuestion>('rl-question', { detail }));
  }
}
