import { consume } from '@lit/context';
import { LitElement, css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { metaContext } from '../../context/meta.ts';
import { t } from '../../data/i18n.ts';
import { entityOf, type Meta } from '../../data/meta.ts';
import { base } from '../../styles/base.ts';
import { buttons } from '../../styles/buttons.ts';
import '../../components/rl-icon.ts';
import '../../components/rl-problem.ts';
import '../../components/rl-skeleton.ts';
import '../../components/rl-tag.ts';
import { listScreens, type ScreenSummary } from './design-data.ts';
import './rl-new-screen.ts';
import './texts.ts';

const icons: Record<ScreenSummary['kind'], string> = {
  list: 'list',
  record: 'panel-right',
  board: 'square-kanban',
  calendar: 'calendar',
  dashboard: 'chart-line',
  form: 'square-check',
};

/** Every screen by entity: what was changed about it, what is broken; new ones are made here. */
@customElement('rl-screens-page')
export class RlScreensPage extends LitElement {
  @consume({ context: metaContext, subscribe: true }) meta!: Meta;
  @state() private items: ScreenSummary[] | undefined;
  @state() private error: unknown;
  @state() private isMaking = false;

  static override styles = [
    base,
    buttons,
    css`
      .head {
        display: flex;
        align-items: center;
        gap: 12px;
        margin-bottom: 8px;
      }
      .head p {
        flex: 1;
        color: var(--rl-muted);
      }
      h2 {
        padding: 14px 0 4px;
        color: var(--rl-muted);
        font-size: var(--rl-size-small);
      }
      a.row {
        display: flex;
        align-items: center;
        gap: 10px;
        min-height: 34px;
        padding: 0 8px;
        border-bottom: 1px solid var(--rl-line);
      }
      a.row:hover {
        background: var(--rl-hover);
      }
      .kind {
        flex: none;
        width: 84px;
        color: var(--rl-muted);
      }
      .tags {
        display: flex;
        flex-wrap: wrap;
        gap: 4px;
        margin-left: auto;
      }
      .row rl-icon {
        color: var(--rl-muted);
      }
    `,
  ];

  protected override firstUpdated(): void {
    void this.load();
  }

  protected override render() {
    if (this.error)
      return html`<rl-problem .error=${this.error} @rl-retry=${() => this.load()}></rl-problem>`;
    if (!this.items) return html`<rl-skeleton rows="12"></rl-skeleton>`;
    const own = (id: string): number => Number(entityOf(this.meta, id)?.plugin === 'admin');
    // What somebody made here is what they come for.
    const entities = [...new Set(this.items.map(({ entity }) => entity))].sort((a, b) => own(b) - own(a));
    return html`<div class="head">
        <p>${t('screens.screensHelp')}</p>
        <button type="button" class="button primary" @click=${() => (this.isMaking = true)}>
          <rl-icon name="plus"></rl-icon>${t('screens.newScreen')}
        </button>
      </div>
      ${entities.map((entity) => this.renderEntity(entity))}
      ${
        this.isMaking
          ? html`<rl-new-screen @rl-close=${() => (this.isMaking = false)}></rl-new-screen>`
          : nothing
      }`;
  }

  private renderEntity(id: string) {
    return html`<h2>${entityOf(this.meta, id)?.label.many ?? id}</h2>
      ${(this.items ?? []).filter(({ entity }) => entity === id).map((item) => this.renderScreen(item))}`;
  }

  private renderScreen({ id, kind, label, source, variants, problems }: ScreenSummary) {
    return html`<a class="row" href="/screens/${encodeURIComponent(id)}">
      <rl-icon name=${icons[kind]}></rl-icon><span class="kind">${t(`screens.kind.${kind}`)}</span>
      <span class="truncate">${label}</span>
      <span class="tags">
        ${problems > 0 ? html`<rl-tag tone="warn">${t('screens.brokenParts', { count: problems })}</rl-tag>` : nothing}
        ${source === 'admin' ? html`<rl-tag tone="accent">${t('screens.own')}</rl-tag>` : nothing}
        ${variants.length > 0 ? html`<rl-tag tone="violet">${t('screens.changed')}</rl-tag>` : nothing}
      </span>
    </a>`;
  }

  private async load(): Promise<void> {
    try {
      this.items = await listScreens();
      this.error = undefined;
    } catch (error) {
      this.error = error;
    }
  }
}
