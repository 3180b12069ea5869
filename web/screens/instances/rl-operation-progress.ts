import { LitElement, css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { formatNumber, t } from '../../data/i18n.ts';
import { onLive } from '../../data/live.ts';
import { readOperation, stopOperation, type Operation } from '../../data/operate.ts';
import { base } from '../../styles/base.ts';
import { buttons } from '../../styles/buttons.ts';
import '../../components/rl-icon.ts';
import { showProblem } from '../../components/toast.ts';

/** A live event may be lost; asked again this often while it runs. */
const askEvery = 2_000;

/** How far something is that is done to many instances. Fires `rl-changed` with each progress and `rl-close`. */
@customElement('rl-operation-progress')
export class RlOperationProgress extends LitElement {
  @property({ attribute: 'operation-id' }) operationId = '';
  @state() private operation: Operation | undefined;
  private stopListening: (() => void) | undefined;
  private timer: ReturnType<typeof setInterval> | undefined;

  static override styles = [
    base,
    buttons,
    css`
      :host {
        display: block;
        flex: none;
        border-bottom: 1px solid var(--rl-line);
        background: var(--rl-surface);
      }
      .line {
        display: flex;
        align-items: center;
        gap: 8px;
        min-height: 40px;
        padding: 0 16px;
        font-variant-numeric: tabular-nums;
      }
      progress {
        flex: 0 1 200px;
        height: 4px;
        border: 0;
        border-radius: 2px;
        background: var(--rl-line);
        accent-color: var(--rl-accent);
        appearance: none;
        overflow: hidden;
      }
      progress::-webkit-progress-bar {
        background: var(--rl-line);
      }
      progress::-webkit-progress-value {
        background: var(--rl-accent);
      }
      progress::-moz-progress-bar {
        background: var(--rl-accent);
      }
      .bad {
        color: var(--rl-bad-text);
      }
      ul {
        max-height: 120px;
        margin: 0;
        padding: 0 16px 8px;
        overflow: auto;
        list-style: none;
      }
      li {
        padding: 2px 0;
      }
      li a {
        margin-right: 8px;
        text-decoration: underline;
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    this.stopListening = onLive('operation', ({ id }) => id === this.operationId && void this.load());
    this.timer = setInterval(() => this.operation?.state !== 'running' || void this.load(), askEvery);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stopListening?.();
    clearInterval(this.timer);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('operationId')) void this.load();
  }

  protected override render() {
    const { operation } = this;
    if (!operation) return nothing;
    const { state, kind, total, issued, done, failed, failures } = operation;
    const whole = total === null ? null : Math.max(total, issued);
    const text = t(`instances.progress.${state}`, {
      action: t(`instances.${kind}`),
      done: formatNumber(done),
      total: whole === null ? t('instances.progress.many') : formatNumber(whole),
    });
    return html`<div class="line" role="status">
        <span class="truncate">${text}</span>
        ${state === 'running' ? html`<progress aria-label=${text} max=${whole || nothing} .value=${done + failed}></progress>` : nothing}
        ${failed > 0 ? html`<span class="bad">${t('instances.progress.failed', { count: failed })}</span>` : nothing}
        <span class="grow"></span>
        ${
          state === 'running'
            ? html`<button type="button" class="button" @click=${() => this.stop()}>
                ${t('instances.progress.stop')}
              </button>`
            : html`<button
                type="button"
                class="button ghost square"
                aria-label=${t('instances.progress.close')}
                @click=${() => this.dispatchEvent(new CustomEvent('rl-close'))}
              >
                <rl-icon name="x"></rl-icon>
              </button>`
        }
      </div>
      ${
        failures.length > 0
          ? html`<ul>
              ${failures.map(({ instance, about, message }) => html`<li><a href="/instances/${instance}">${about ?? t('instances.gone')}</a> ${message}</li>`)}
            </ul>`
          : nothing
      }`;
  }

  private async load(): Promise<void> {
    const operation = await readOperation(this.operationId).catch(() => undefined);
    if (!operation) return;
    const isNews = operation.state !== this.operation?.state || operation.done !== this.operation.done;
    this.operation = operation;
    if (isNews) this.dispatchEvent(new CustomEvent('rl-changed'));
  }

  private async stop(): Promise<void> {
    await stopOperation(this.operationId).catch(showProblem);
    await this.load();
  }
}
