import { LitElement, css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { t } from '../../data/i18n.ts';
import { elementsOf, listVersions, type FlowElement, type InstanceQuestion } from '../../data/operate.ts';
import { base } from '../../styles/base.ts';
import { buttons } from '../../styles/buttons.ts';
import { controls } from '../../styles/controls.ts';
import { filteredTable } from '../../styles/filtered-table.ts';
import '../../components/rl-icon.ts';
import '../../components/rl-select.ts';
import { elementOptions } from './element-options.ts';
import './rl-record-filter.ts';

const states = ['active', 'incident', 'stuck', 'suspended', 'completed', 'terminated', 'failed'];
const hidden = ['version', 'element', 'subject', 'businessKey', 'variable', 'value'] as const;

/** Instances of any version may stand at steps that the newest has no more: so many are looked through. */
const newest = 5;

/** What is looked for. Fires `rl-question` with the new question as `detail`. */
@customElement('rl-instance-filters')
export class RlInstanceFilters extends LitElement {
  @property({ attribute: false }) question: InstanceQuestion = {};
  /** Names of flows by key. */
  @property({ attribute: false }) flows = new Map<string, string>();
  @property() count = '';
  @state() private isOpen = false;
  @state() private versions: number[] = [];
  @state() private elements: FlowElement[] = [];

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
      .filters > rl-record-filter {
        flex: 0 1 300px;
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
        .filters > rl-record-filter {
          flex: 1 1 100%;
        }
      }
    `,
  ];

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('question');
    const { flow, version } = this.question;
    if (!changed.has('question') || (before?.flow === flow && before?.version === version)) return;
    if (before?.flow !== flow) this.versions = [];
    this.elements = [];
    if (flow) void this.loadOf(flow, version).catch(() => {});
  }

  /** What is asked for no more must not arrive late. */
  private async loadOf(flow: string, version: string | undefined): Promise<void> {
    const isAsked = (): boolean => this.question.flow === flow && this.question.version === version;
    const versions = await listVersions(flow);
    if (isAsked()) this.versions = versions;
    const elements = await elementsOf(flow, version ? [version] : versions.slice(0, newest));
    if (isAsked()) this.elements = elements;
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
          this.ask({ flow: event.detail.value, version: undefined, element: undefined })}
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
      ${this.renderElement()}
      <rl-record-filter
        .value=${this.question.subject ?? ''}
        @change=${(event: CustomEvent<{ value: string }>) => this.ask({ subject: event.detail.value })}
      ></rl-record-filter>
      ${this.renderText('businessKey')} ${this.renderText('variable')}
      ${this.question.variable ? this.renderText('value') : nothing}`;
  }

  /** By name, of the flow that is chosen; one from a link shows whatever it is. */
  private renderElement() {
    const { flow, element = '' } = this.question;
    const options = elementOptions(this.elements);
    const isKnown = !element || options.some(({ value }) => value === element);
    return html`<rl-select
      label=${t('instances.element.label')}
      placeholder=${t(flow ? 'instances.element' : 'instances.element.noFlow')}
      ?disabled=${!flow && !element}
      .options=${isKnown ? options : [{ value: element, label: element }, ...options]}
      .value=${element}
      @change=${(event: CustomEvent<{ value: string }>) => this.ask({ element: event.detail.value })}
    ></rl-select>`;
  }

  private renderText(name: 'businessKey' | 'variable' | 'value') {
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
