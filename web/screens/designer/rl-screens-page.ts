import { consume } from '@lit/context';
import { LitElement, css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { metaContext } from '../../context/meta.ts';
import { t } from '../../data/i18n.ts';
import { entityOf, type Meta } from '../../data/meta.ts';
import { base } from '../../styles/base.ts';
import { buttons } from '../../styles/buttons.ts';
import { controls } from '../../styles/controls.ts';
import '../../components/rl-empty.ts';
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
  @state() private search = '';
  @state() private isMaking = false;

  static override styles = [
    base,
    buttons,
    controls,
    css`
      .head {
        display: flex;
        align-items: center;
        gap: 12px;
        margin-bottom: 8px;
      }
      .head input {
        max-width: 280px;
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
    const wanted = this.search.trim().toLowerCase();
    const found = this.items.filter((item) => this.wordsOf(item).includes(wanted));
    const own = (id: string): number => Number(entityOf(this.meta, id)?.plugin === 'admin');
    // What somebody made here is what they come for.
    const entities = [...new Set(found.map(({ entity }) => entity))].sort((a, b) => own(b) - own(a));
    return html`<div class="head">
        <input
          class="control"
          type="search"
          aria-label=${t('screens.search')}
          placeholder=${t('screens.search')}
          @input=${(event: Event) => (this.search = (event.target as HTMLInputElement).value)}
        />
        <span class="grow"></span>
        <button type="button" class="button primary" @click=${() => (this.isMaking = true)}>
          <rl-icon name="plus"></rl-icon>${t('screens.newScreen')}
        </button>
      </div>
      <p class="muted">${t('screens.screensHelp')}</p>
      ${entities.map((entity) => this.renderEntity(entity, found))}
      ${
        found.length === 0
          ? html`<rl-empty
              icon="search"
              heading=${t('screens.noMatch')}
              text=${t('screens.noMatchText')}
            ></rl-empty>`
          : nothing
      }
      ${
        this.isMaking
          ? html`<rl-new-screen @rl-close=${() => (this.isMaking = false)}></rl-new-screen>`
          : nothing
      }`;
  }

  /** What a screen is found by: its name, its kind, and what it is about. */
  private wordsOf({ label, kind, entity, id }: ScreenSummary): string {
    const words = [label, t(`screens.kind.${kind}`), entityOf(this.meta, entity)?.label.many, id];
    return words.join(' ').toLowerCase();
  }

  private renderEntity(id: string, items: readonly ScreenSummary[]) {
    return html`<h2>${entityOf(this.meta, id)?.label.many ?? id}</h2>
      ${items.filter(({ entity }) => entity === id).map((item) => this.renderScreen(item))}`;
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
