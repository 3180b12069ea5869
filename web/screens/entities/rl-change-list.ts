import { LitElement, css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { readEntityChanges, type EntityChange } from '../../data/entities.ts';
import { t } from '../../data/i18n.ts';
import { base } from '../../styles/base.ts';
import { buttons } from '../../styles/buttons.ts';
import '../../components/rl-avatar.ts';
import '../../components/rl-empty.ts';
import '../../components/rl-problem.ts';
import '../../components/rl-skeleton.ts';
import '../../components/rl-tag.ts';
import '../../components/rl-time.ts';

/** Who changed what of an entity, newest first. Fires `rl-undo` with `detail: {change}`. */
@customElement('rl-change-list')
export class RlChangeList extends LitElement {
  @property() entity = '';
  /** Rises when something was changed: the list is read again. */
  @property({ type: Number }) revision = 0;
  @state() private changes: EntityChange[] | undefined;
  @state() private error: unknown;

  static override styles = [
    base,
    buttons,
    css`
      li {
        display: flex;
        gap: 10px;
        align-items: start;
        padding: 8px 0;
        border-bottom: 1px solid var(--rl-line);
      }
      .undone {
        color: var(--rl-muted);
        text-decoration: line-through;
      }
      .bad {
        color: var(--rl-bad-text);
      }
    `,
  ];

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('entity') || changed.has('revision')) void this.load();
  }

  protected override render() {
    if (this.error)
      return html`<rl-problem .error=${this.error} @rl-retry=${() => this.load()}></rl-problem>`;
    if (!this.changes) return html`<rl-skeleton rows="5"></rl-skeleton>`;
    if (this.changes.length === 0)
      return html`<rl-empty icon="history" heading=${t('entities.history.none')}></rl-empty>`;
    return html`<ul>
      ${this.changes.map((change) => this.renderChange(change))}
    </ul>`;
  }

  private renderChange(change: EntityChange) {
    return html`<li>
      <rl-avatar name=${change.createdBy.title}></rl-avatar>
      <div class="grow">
        ${change.undoes ? html`<p class="muted">${t('entities.history.undoes')}</p>` : nothing}
        ${change.lines.map((line) => html`<p class=${change.undoneBy ? 'undone' : ''}>${line}</p>`)}
        ${
          change.problem
            ? html`<p class="bad">${t('entities.history.failed', { problem: change.problem })}</p>`
            : nothing
        }
        <p class="muted small">${change.createdBy.title} · <rl-time value=${change.createdAt}></rl-time></p>
      </div>
      ${change.state === 'running' ? html`<rl-tag tone="accent">${t('entities.history.running')}</rl-tag>` : nothing}
      ${change.undoneBy ? html`<rl-tag>${t('entities.history.undone')}</rl-tag>` : nothing}
      ${
        change.canUndo
          ? html`<button
              type="button"
              class="button"
              @click=${() => this.dispatchEvent(new CustomEvent('rl-undo', { detail: { change } }))}
            >
              ${t('entities.history.undo')}
            </button>`
          : nothing
      }
    </li>`;
  }

  private async load(): Promise<void> {
    try {
      this.changes = await readEntityChanges(this.entity);
      this.error = undefined;
    } catch (error) {
      this.error = error;
    }
  }
}
