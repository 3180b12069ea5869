import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { formatRelative, t } from '../../web/data/i18n.ts';
import { base } from '../../web/styles/base.ts';
import { buttons } from '../../web/styles/buttons.ts';
import '../../web/components/rl-bar.ts';
import '../../web/components/rl-button.ts';
import '../../web/components/rl-icon.ts';
import '../../web/components/rl-menu.ts';
import type { MenuItem } from '../../web/components/rl-menu.ts';
import '../../web/components/rl-tag.ts';
import '../../web/components/rl-avatar.ts';
import type { Editor } from '../data/editors.ts';
import type { Saved } from '../drafts/draft-keeper.ts';
import './rl-flow-views.ts';
import type { FlowView } from './rl-flow-views.ts';
import type { OpenFlow } from './open-flow.ts';
import '../trial/texts.ts';

export interface EditorAction {
  id: string;
  xml?: string;
}

/** The bar of the editor. Fires `rl-action` with `detail: {id, xml?}`. */
@customElement('rl-editor-bar')
export class RlEditorBar extends LitElement {
  @property({ attribute: false }) flow!: OpenFlow;
  @property({ attribute: false }) name = '';
  @property({ attribute: false }) saved: Saved | undefined;
  /** Who else draws on it. */
  @property({ attribute: false }) others: readonly Editor[] = [];
  @property() view: FlowView = 'draw';
  @property({ type: Boolean }) busy = false;
  /** It is being tried, in place of drawn. */
  @property({ type: Boolean }) trying = false;
  @query('input[type=file]') private file!: HTMLInputElement;
  private timer: ReturnType<typeof setInterval> | undefined;

  static override styles = [
    base,
    buttons,
    css`
      .saved {
        color: var(--rl-muted);
        white-space: nowrap;
      }
      .others {
        display: inline-flex;
        gap: 2px;
      }
      .failed {
        color: var(--rl-bad-text);
      }
      input[type='file'] {
        display: none;
      }
      @media (max-width: 1080px) {
        .saved {
          display: none;
        }
      }
      @media (max-width: 720px) {
        rl-tag {
          display: none;
        }
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    this.timer = setInterval(() => this.requestUpdate(), 20_000);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.timer);
  }

  protected override render() {
    const { flow } = this;
    return html`<rl-bar .crumbs=${[{ label: t('designer.flows'), href: '/flows' }]} heading=${this.name}>
        <span slot="beside"
          ><rl-tag tone=${flow.isReadOnly ? 'neutral' : 'accent'}>${this.tag()}</rl-tag></span
        >
        <span slot="beside" class="saved" role="status">${this.renderSaved()}</span>
        <span slot="beside" class="others">${this.renderOthers()}</span>
        <rl-flow-views
          slot="actions"
          flow-key=${flow.key}
          view=${this.view}
          ?deployed=${flow.latest > 0}
        ></rl-flow-views>
        <rl-menu
          ?hidden=${this.view === 'monitor'}
          slot="actions"
          align="end"
          .items=${this.moreItems()}
          @rl-select=${this.onMore}
          ><button
            slot="trigger"
            type="button"
            class="button ghost square"
            aria-label=${t('designer.more')}
            title=${t('designer.more')}
          >
            <rl-icon name="ellipsis"></rl-icon></button
        ></rl-menu>
        ${
          flow.isReadOnly || this.view !== 'draw'
            ? nothing
            : html`<rl-button
                  slot="actions"
                  icon=${this.trying ? 'pencil' : 'play'}
                  @click=${() => this.fire({ id: 'try' })}
                  >${t(this.trying ? 'trial.close' : 'trial.open')}</rl-button
                ><rl-button
                  slot="actions"
                  variant=${this.trying ? 'default' : 'primary'}
                  ?loading=${this.busy}
                  @click=${() => this.fire({ id: 'deploy' })}
                  >${t('designer.deploy.open')}</rl-button
                >`
        }
      </rl-bar>
      <input type="file" accept=".bpmn,.xml" @change=${this.onFile} />`;
  }

  private tag(): string {
    const { flow } = this;
    if (flow.isReadOnly && flow.base !== flow.latest) return t('designer.tag.older', { version: flow.base });
    if (flow.latest === 0) return t('designer.tag.new');
    const isDraft = flow.draft !== null || this.saved !== undefined;
    return isDraft
      ? t('designer.tag.draft', { version: flow.latest + 1 })
      : t('designer.version', { version: flow.latest });
  }

  private renderSaved() {
    const { saved } = this;
    if (!saved) return nothing;
    if (saved.place === 'nowhere') return html`<span class="failed">${t('designer.draft.full')}</span>`;
    const key = saved.place === 'here' ? 'designer.draft.here' : 'designer.draft.savedAt';
    return t(key, { time: formatRelative(new Date(saved.at)) });
  }

  private renderOthers() {
    return this.others
      .filter((editor) => !editor.isSelf)
      .slice(0, 4)
      .map(
        ({ name }) =>
          html`<rl-avatar
            name=${name}
            role="img"
            aria-label=${t('designer.company', { names: name })}
          ></rl-avatar>`,
      );
  }

  private moreItems(): MenuItem[] {
    const { flow } = this;
    const isDraft = !flow.isReadOnly && (flow.draft !== null || this.saved !== undefined);
    if (this.view === 'monitor') return [];
    if (this.view === 'versions')
      return [{ id: 'download', label: t('designer.download'), icon: 'download' }];
    return [
      { id: 'download', label: t('designer.download'), icon: 'download' },
      ...(flow.isReadOnly ? [] : [{ id: 'upload', label: t('designer.upload'), icon: 'upload' }]),
      { id: 'xml', label: t('designer.xml.show'), icon: 'code-xml' },
      ...(isDraft
        ? [{ id: 'discard', label: t('designer.discard'), icon: 'trash-2', isDanger: true, separates: true }]
        : []),
    ];
  }

  private readonly onMore = (event: CustomEvent<{ id: string }>): void => {
    if (event.detail.id === 'upload') this.file.click();
    else this.fire({ id: event.detail.id });
  };

  private readonly onFile = async (): Promise<void> => {
    const file = this.file.files?.[0];
    this.file.value = '';
    if (file) this.fire({ id: 'import', xml: await file.text() });
  };

  private fire(detail: EditorAction): void {
    this.dispatchEvent(new CustomEvent('rl-action', { detail }));
  }
}
