import { LitElement, css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { findRecords, type Choice } from '../data/choices.ts';
import { evaluateExpression, type Evaluated } from '../data/expressions.ts';
import { t } from '../data/i18n.ts';
import { entityOf, type Meta } from '../data/meta.ts';
import { base } from '../styles/base.ts';
import { buttons } from '../styles/buttons.ts';
import '../components/rl-icon.ts';
import '../components/rl-picker.ts';
import { kindOfFault } from './live-fault.ts';
import { chooseSample, sampleChanged, sampleOf } from './sample.ts';

/** After the last key. */
const typingPause = 350;

/** The value that an expression has on a sample record, and which record that is. */
@customElement('rl-live-value')
export class RlLiveValue extends LitElement {
  @property({ attribute: false }) meta!: Meta;
  @property() source = '';
  /** The entity of the record it reads; empty where there is none. */
  @property() entity = '';
  @state() private answer: Evaluated | null = null;
  @state() private sample: Choice | null = null;
  @state() private isChoosing = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private asked = 0;

  static override styles = [
    base,
    buttons,
    css`
      :host {
        display: block;
        margin-top: 4px;
        font-size: var(--rl-size-small);
        line-height: 18px;
      }
      .answer {
        display: flex;
        gap: 6px;
        color: var(--rl-good-text);
        overflow-wrap: anywhere;
      }
      .answer.none {
        color: var(--rl-muted);
      }
      .answer.bad {
        color: var(--rl-bad-text);
      }
      rl-icon {
        flex: none;
        margin-top: 2px;
      }
      code {
        font-family: var(--rl-mono);
      }
      button.sample {
        display: inline;
        padding: 0;
        border: 0;
        background: none;
        color: inherit;
        font: inherit;
        text-decoration: underline dotted;
        text-underline-offset: 3px;
        cursor: pointer;
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    sampleChanged.addEventListener('change', this.onSample);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    sampleChanged.removeEventListener('change', this.onSample);
    clearTimeout(this.timer);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('entity')) void this.findSample();
    if (changed.has('source')) this.askSoon();
  }

  protected override render() {
    if (this.source.trim() === '') return nothing;
    if (this.isChoosing) return this.renderPicker();
    const { answer } = this;
    if (!answer) return nothing;
    if (!answer.ok) return this.renderFault(answer);
    return html`<div class="answer" role="status">
      <rl-icon name="check"></rl-icon><span><code>${shown(answer.value)}</code> ${this.renderSample()}</span>
    </div>`;
  }

  private renderFault({ code, message, name }: Evaluated & { ok: false }) {
    const kind = kindOfFault({ code, name }, { isWaiting: this.entity !== '' && this.sample === null });
    const entity = entityOf(this.meta, this.entity)?.label.many ?? '';
    const texts = {
      later: () => t('expression.live.later', { name: name ?? '' }),
      'no-record': () => t('expression.live.none', { entity }),
      wrong: () => message,
    };
    return html`<div class="answer ${kind === 'wrong' ? 'bad' : 'none'}" role="status">
      <rl-icon name=${kind === 'wrong' ? 'circle-alert' : 'clock'}></rl-icon
      ><span>${texts[kind]()} ${kind === 'wrong' ? this.renderSample() : nothing}</span>
    </div>`;
  }

  private renderSample() {
    if (!this.entity) return nothing;
    return html`<button
      type="button"
      class="sample"
      title=${t('expression.live.change')}
      @click=${() => (this.isChoosing = true)}
    >
      ${this.sample ? t('expression.live.for', { record: this.sample.title }) : t('expression.live.choose')}
    </button>`;
  }

  private renderPicker() {
    return html`<rl-picker
      .source=${findRecords(this.meta, this.entity)}
      .value=${this.sample}
      label=${t('expression.live.change')}
      @change=${(event: CustomEvent<{ value: Choice | null }>) => {
        event.stopPropagation();
        this.isChoosing = false;
        chooseSample(this.entity, event.detail.value);
      }}
    ></rl-picker>`;
  }

  private readonly onSample = (): void => {
    this.sample = sampleOf(this.entity);
    this.askSoon();
  };

  /** Without a choice, the newest record that one may see. */
  private async findSample(): Promise<void> {
    this.sample = this.entity ? sampleOf(this.entity) : null;
    if (!this.entity || this.sample) return;
    const [first] = await findRecords(this.meta, this.entity)('').catch(() => []);
    this.sample = first ?? null;
    this.askSoon();
  }

  private askSoon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.ask(), typingPause);
  }

  private async ask(): Promise<void> {
    const { source, sample, entity } = this;
    if (source.trim() === '') return;
    const asked = ++this.asked;
    const record = sample ? { entity, id: sample.id } : undefined;
    // What the server cannot say now, such as while it is away, it says at the next change.
    const answer = await evaluateExpression({ source, ...(record && { record }) }).catch(() => null);
    if (asked === this.asked) this.answer = answer;
  }
}

const longest = 200;

function shown(value: unknown): string {
  const text = typeof value === 'string' ? `“${value}”` : JSON.stringify(value);
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
