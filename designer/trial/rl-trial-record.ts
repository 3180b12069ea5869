import { LitElement, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { formatNumber, t } from '../../web/data/i18n.ts';
import type { Meta } from '../../web/data/meta.ts';
import { base } from '../../web/styles/base.ts';
import { buttons } from '../../web/styles/buttons.ts';
import '../../web/components/rl-button.ts';
import '../../web/components/rl-tag.ts';
import '../../web/components/rl-time.ts';
import '../instance/rl-value-tree.ts';
import type { DiagramNames } from '../canvas/rl-diagram.ts';
import type { Trial } from '../data/trials.ts';
import { durationWords } from '../monitor/duration-words.ts';
import { framesOf, type Frame } from './frames.ts';
import { toneOfState } from './outcome-groups.ts';
import { recordStyles } from './record-styles.ts';
import './rl-trial-changes.ts';
import './texts.ts';

const pace = 900;

/**
 * One record of a trial, step by step. Fires `rl-back`, `rl-frame` with `detail: {frame}` for the diagram, and
 * `rl-keep` to keep it as a test. Arrow keys step, Space plays.
 */
@customElement('rl-trial-record')
export class RlTrialRecord extends LitElement {
  @property({ attribute: false }) trial!: Trial;
  @property({ attribute: false }) meta!: Meta;
  @property({ attribute: false }) names!: DiagramNames;
  @property({ attribute: false }) version: number | undefined;
  @state() private frames: Frame[] = [];
  @state() private index = 0;
  @state() private isPlaying = false;
  private timer: ReturnType<typeof setInterval> | undefined;

  static override styles = [base, buttons, recordStyles];

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('trial')) return;
    this.frames = framesOf(this.trial);
    this.pause();
    this.go(this.frames.length - 1);
  }

  protected override firstUpdated(): void {
    this.renderRoot.querySelector<HTMLElement>('.player')?.focus();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.pause();
  }

  protected override render() {
    const { trial } = this;
    return html`<header>
        <rl-button
          variant="ghost"
          icon="arrow-left"
          label=${t('trial.back')}
          @click=${() => this.fire('rl-back')}
        ></rl-button>
        <h3 class="truncate">${trial.record?.title ?? t('trial.one')}</h3>
        <rl-tag tone=${toneOfState(trial.state)}>${t(`trial.state.${trial.state}`)}</rl-tag>
      </header>
      <p>
        ${trial.why}${trial.lasted > 0 ? html` ${t('trial.takes', { duration: durationWords(trial.lasted) })}` : nothing}
      </p>
      ${
        trial.running !== undefined && this.version
          ? html`<p class="muted">
              ${t('trial.running', { version: this.version })}: ${trial.running?.why ?? t('trial.not-there')}
            </p>`
          : nothing
      }
      ${trial.wouldStart === false ? html`<p class="note">${t('trial.would-not-start')}</p>` : nothing}
      ${this.frames.length > 0 ? this.renderPlayer() : nothing}
      <h4>${t('trial.would')}</h4>
      <rl-trial-changes .trial=${trial} .meta=${this.meta} .names=${this.names}></rl-trial-changes>
      ${this.renderStandIns()}
      <slot></slot>`;
  }

  private renderPlayer() {
    const frame = this.frames[this.index];
    if (!frame) return nothing;
    const all = this.frames.length;
    const name = this.names.name(frame.step.element) || frame.step.element;
    return html`<section class="player" tabindex="0" aria-label=${t('trial.steps')} @keydown=${this.onKey}>
      <div class="keys">
        ${this.button('chevron-left', 'trial.previous', () => this.go(this.index - 1), this.index === 0)}
        ${this.button(this.isPlaying ? 'circle-pause' : 'play', this.isPlaying ? 'trial.pause' : 'trial.play', () => this.toggle())}
        ${this.button('chevron-right', 'trial.next', () => this.go(this.index + 1), this.index === all - 1)}
        <input
          type="range"
          min="0"
          max=${all - 1}
          .value=${String(this.index)}
          aria-label=${t('trial.step', { number: this.index + 1, all })}
          @input=${(event: Event) => this.go(Number((event.target as HTMLInputElement).value))}
        />
        <span class="muted number">${formatNumber(this.index + 1)} / ${formatNumber(all)}</span>
      </div>
      <div class="step" aria-live="polite">
        <b>${name}</b>
        <span class="muted">${t(`trial.event.${frame.step.event}`)}</span>
        <rl-time value=${new Date(frame.step.at).toISOString()}></rl-time>
      </div>
      ${this.renderData(frame)}
      ${this.trial.isCut ? html`<p class="muted">${t('trial.cut', { count: this.trial.path.length })}</p>` : nothing}
    </section>`; // The listener sits on the slider itself.
  }

  private renderData({ data, changed }: Frame) {
    const names = Object.keys(data).toSorted();
    if (names.length === 0) return html`<p class="muted">${t('trial.no-data')}</p>`;
    return html`<dl>
      ${names.map(
        (name) =>
          html`<dt class=${changed.includes(name) ? 'new' : ''} title=${name}>
              ${this.names.variable(name) || name}
            </dt>
            <dd class=${changed.includes(name) ? 'new' : ''}>
              <rl-value-tree .value=${data[name]}></rl-value-tree>
            </dd>`,
      )}
    </dl>`;
  }

  private renderStandIns() {
    const { standIns } = this.trial;
    if (standIns.length === 0) return nothing;
    return html`<h4>${t('trial.stood-in')}</h4>
      <ul>
        ${standIns.map(
          ({ element, by, value }) =>
            html`<li>
              ${this.names.name(element) || element} <span class="muted">${t(`trial.by.${by}`)}</span>
              <rl-value-tree .value=${this.labelled(value)}></rl-value-tree>
            </li>`,
        )}
      </ul>`;
  }

  /** An answer by the labels of its form. */
  private labelled(value: unknown): unknown {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, part]) => [this.names.variable(name) || name, part]),
    );
  }

  private button(icon: string, label: string, act: () => void, isOff = false) {
    return html`<rl-button
      variant="ghost"
      icon=${icon}
      label=${t(label)}
      ?disabled=${isOff}
      @click=${act}
    ></rl-button>`;
  }

  private go(to: number): void {
    this.index = Math.max(0, Math.min(this.frames.length - 1, to));
    const frame = this.frames[this.index];
    if (frame) this.fire('rl-frame', { frame });
    if (this.index >= this.frames.length - 1) this.pause();
  }

  private toggle(): void {
    if (this.isPlaying) return this.pause();
    this.isPlaying = true;
    if (this.index >= this.frames.length - 1) this.go(0);
    // At the end of a single step there is nothing to play.
    if (this.frames.length > 1) this.isPlaying = true;
    this.timer = setInterval(() => this.go(this.index + 1), pace);
  }

  private pause(): void {
    clearInterval(this.timer);
    this.isPlaying = false;
  }

  private readonly onKey = (event: KeyboardEvent): void => {
    const acts: Record<string, () => void> = {
      ArrowLeft: () => this.go(this.index - 1),
      ArrowRight: () => this.go(this.index + 1),
      Home: () => this.go(0),
      End: () => this.go(this.frames.length - 1),
      ' ': () => this.toggle(),
    };
    const act = acts[event.key];
    if (!act || (event.key === ' ' && event.composedPath()[0] instanceof HTMLButtonElement)) return;
    event.preventDefault();
    act();
  };

  private fire(name: string, detail?: object): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}
