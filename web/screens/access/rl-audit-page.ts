import { consume } from '@lit/context';
import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { metaContext } from '../../context/meta.ts';
import { api } from '../../data/client.ts';
import { findPeople, type Choice } from '../../data/choices.ts';
import { referenceName } from '../../data/reference-name.ts';
import { gather } from '../../data/gather.ts';
import { hasText, t } from '../../data/i18n.ts';
import { definitionTitle } from '../../data/definition-title.ts';
import { entityOf, type Meta } from '../../data/meta.ts';
import { base } from '../../styles/base.ts';
import { buttons } from '../../styles/buttons.ts';
import { controls } from '../../styles/controls.ts';
import '../../components/rl-empty.ts';
import '../../components/rl-picker.ts';
import '../../components/rl-problem.ts';
import '../../components/rl-skeleton.ts';
import '../../components/rl-tag.ts';
import '../../components/rl-time.ts';
import './rl-differences.ts';
import type { Difference } from './rl-differences.ts';
import { pageStyles } from './page-styles.ts';

interface AuditItem {
  id: string;
  at: string;
  actor: { id: string; title: string };
  kind: string;
  definition: string;
  title: string;
  act: 'made' | 'changed' | 'removed' | 'takenBack';
  differences: Difference[];
}

interface AuditAnswer {
  items: AuditItem[];
  next: string | null;
  kinds: string[];
}

const tones = { made: 'good', changed: 'accent', removed: 'bad', takenBack: 'neutral' } as const;

/** Who changed which definition when, with what became different in words. */
@customElement('rl-audit-page')
export class RlAuditPage extends LitElement {
  @consume({ context: metaContext, subscribe: true }) meta!: Meta;
  @state() private items: AuditItem[] | undefined;
  @state() private kinds: string[] = [];
  @state() private next: string | null = null;
  @state() private kind = '';
  @state() private actor: Choice | null = null;
  @state() private search = '';
  @state() private from = '';
  @state() private error: unknown;
  private readonly again = gather<null>(250, () => void this.load());

  static override styles = [
    base,
    buttons,
    controls,
    pageStyles,
    css`
      .filters {
        display: grid;
        grid-template-columns: minmax(0, 1.4fr) minmax(0, 1fr) minmax(0, 1fr) 150px;
        gap: 8px;
        margin-bottom: 8px;
      }
      .item {
        display: grid;
        grid-template-columns: 96px minmax(0, 1fr) auto;
        gap: 4px 12px;
        padding: 10px 0;
        border-bottom: 1px solid var(--rl-line);
      }
      .item > rl-tag {
        justify-self: start;
      }
      .changes {
        grid-column: 2 / -1;
      }
      @media (max-width: 720px) {
        .filters {
          grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
        }
        .item {
          grid-template-columns: minmax(0, 1fr) auto;
        }
        .item > rl-tag {
          justify-self: start;
          grid-column: 1 / -1;
        }
        .changes {
          grid-column: 1 / -1;
        }
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  protected override render() {
    return html`<p class="about">${t('audit.about')}</p>
      ${this.renderFilters()} ${this.renderItems()}`;
  }

  private renderFilters(): TemplateResult {
    return html`<div class="filters">
      <input
        class="control"
        type="search"
        aria-label=${t('audit.search')}
        placeholder=${t('audit.search')}
        @input=${(event: Event) => {
          this.search = (event.target as HTMLInputElement).value;
          this.again(null);
        }}
      />
      <select
        class="control"
        aria-label=${t('audit.kind')}
        @change=${(event: Event) => {
          this.kind = (event.target as HTMLSelectElement).value;
          this.again(null);
        }}
      >
        <option value="">${t('audit.everyKind')}</option>
        ${this.kinds.map((kind) => html`<option value=${kind} ?selected=${kind === this.kind}>${kindName(kind)}</option>`)}
      </select>
      <rl-picker
        label=${t('audit.who')}
        placeholder=${t('audit.who')}
        .source=${findPeople}
        .value=${this.actor}
        @change=${(event: CustomEvent<{ value: Choice | null }>) => {
          this.actor = event.detail.value;
          this.again(null);
        }}
      ></rl-picker>
      <input
        class="control"
        type="date"
        aria-label=${t('audit.from')}
        @change=${(event: Event) => {
          this.from = (event.target as HTMLInputElement).value;
          this.again(null);
        }}
      />
    </div>`;
  }

  private renderItems() {
    if (this.error)
      return html`<rl-problem .error=${this.error} @rl-retry=${() => this.load()}></rl-problem>`;
    if (!this.items) return html`<rl-skeleton rows="8"></rl-skeleton>`;
    if (this.items.length === 0) return html`<rl-empty icon="history" heading=${t('audit.none')}></rl-empty>`;
    return html`${this.items.map((item) => this.renderItem(item))}
    ${this.next ? html`<button type="button" class="button ghost" @click=${() => this.load(this.next!)}>${t('audit.more')}</button>` : nothing}`;
  }

  private renderItem(item: AuditItem): TemplateResult {
    return html`<article class="item">
      <rl-tag tone=${tones[this.actOf(item)]}>${kindName(item.kind)}</rl-tag>
      <p>${t(`audit.act.${this.actOf(item)}`, { who: who(item.actor), what: this.titleOf(item) })}</p>
      <rl-time value=${item.at}></rl-time>
      ${
        item.differences.length > 0
          ? html`<rl-differences
              class="changes"
              .differences=${item.differences}
              kind=${item.kind}
              definition=${item.definition}
            ></rl-differences>`
          : nothing
      }
    </article>`;
  }

  /** What a plugin declares was there before anybody changed it here. */
  private actOf({ kind, definition, act }: AuditItem): AuditItem['act'] {
    const entity = kind === 'entity' ? entityOf(this.meta, definition) : undefined;
    return act === 'made' && entity && entity.plugin !== 'admin' ? 'changed' : act;
  }

  private titleOf({ kind, definition, title }: AuditItem): string {
    return definitionTitle(this.meta, { kind, id: definition, title });
  }

  private async load(cursor?: string): Promise<void> {
    const query = new URLSearchParams({
      ...(this.kind && { kind: this.kind }),
      ...(this.actor && { actor: this.actor.id }),
      ...(this.search.trim() && { search: this.search.trim() }),
      ...(this.from && { from: new Date(`${this.from}T00:00:00`).toISOString() }),
      ...(cursor && { cursor }),
    });
    try {
      const answer = await api.get<AuditAnswer>(`/api/audit?${query.toString()}`);
      this.items = cursor ? [...(this.items ?? []), ...answer.items] : answer.items;
      this.next = answer.next;
      this.kinds = answer.kinds;
      this.error = undefined;
    } catch (error) {
      this.error = error;
    }
  }
}

const who = (actor: AuditItem['actor']): string =>
  actor.id.startsWith('plugin:')
    ? t('audit.plugin', { name: actor.id.slice('plugin:'.length) })
    : referenceName(actor);

const kindName = (kind: string): string => (hasText(`audit.kind.${kind}`) ? t(`audit.kind.${kind}`) : kind);
