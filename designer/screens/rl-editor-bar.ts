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
import { nameOfPerson } from '../data/flows.ts';
import type { OpenFlow } from './open-flow.ts';

export interface EditorAction {
  id: string;
  version?: number;
  xml?: string;
}

/** The bar of the editor. Fires `rl-action` with `detail: {id, version?, xml?}`. */
@customElement('rl-editor-bar')
export class RlEditorBar extends LitElement {
  @property({ attribute: false }) flow!: OpenFlow;
  @property({ attribute: false }) name = '';
  /** When the draft was kept; null when it could not be; undefined without changes. */
  @property({ attribute: false }) savedAt: number | null | undefined;
  @property({ type: Boolean }) busy = false;
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
        .versions-word,
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
        <span slot="beside" class="saved" role="status">${this.saved()}</span>
        ${
          flow.versions.length > 0
            ? html`<rl-menu
                slot="actions"
                align="end"
                .items=${this.versionItems()}
                @rl-select=${(event: CustomEvent<{ id: string }>) =>
                  this.fire({ id: 'version', version: Number(event.detail.id) })}
                ><button slot="trigger" type="button" class="button ghost" title=${t('designer.versions')}>
                  <rl-icon name="history"></rl-icon
                  ><span class="versions-word">${t('designer.versions')}</span>
                </button></rl-menu
              >`
            : nothing
        }
        <rl-menu slot="actions" align="end" .items=${this.moreItems()} @rl-select=${this.onMore}
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
          flow.isReadOnly
            ? nothing
            : html`<rl-button
                slot="actions"
                variant="primary"
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
    const isDraft = flow.draft !== null || this.savedAt !== undefined;
    return isDraft
      ? t('designer.tag.draft', { version: flow.latest + 1 })
      : t('designer.version', { version: flow.latest });
  }

  private saved() {
    if (this.savedAt === undefined) return nothing;
    if (this.savedAt === null) return html`<span class="failed">${t('designer.draft.full')}</span>`;
    return t('designer.draft.savedAt', { time: formatRelative(new Date(this.savedAt)) });
  }

  private versionItems(): MenuItem[] {
    return this.flow.versions.map((version) => ({
      id: String(version.version),
      label: t('designer.version', { version: version.version }),
      hint: [formatRelative(version.deployedAt), nameOfPerson(version.deployedBy)]
        .filter(Boolean)
        .join(' · '),
      isChecked: version.version === this.flow.base,
    }));
  }

  private moreItems(): MenuItem[] {
    const { flow } = this;
    const isDraft = !flow.isReadOnly && (flow.draft !== null || this.savedAt !== undefined);
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
