import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { base, buttons, showProblem, showToast, t, type RecordItem } from '../../../web/index.ts';
import './talk/texts.ts';

/** The two lines that put chat or portal on a website, to be copied. */
@customElement('service-snippet')
export class ServiceSnippet extends LitElement {
  @property({ attribute: false }) record!: RecordItem;

  static override styles = [
    base,
    buttons,
    css`
      :host {
        display: grid;
        gap: 16px;
      }
      section {
        display: grid;
        gap: 8px;
        justify-items: start;
      }
      pre {
        max-width: 100%;
        margin: 0;
        padding: 12px;
        overflow: auto;
        border-radius: var(--rl-radius);
        background: var(--rl-sunken);
        font: 12px/1.6 var(--rl-mono);
      }
      p {
        margin: 0;
      }
      .nowhere {
        color: var(--rl-warn-text);
      }
    `,
  ];

  protected override render() {
    return html`${
        this.isShownNowhere ? html`<p class="nowhere">${t('service.web.snippet.nowhere')}</p>` : nothing
      }${(['relata-chat', 'relata-portal'] as const).map((name) => {
        const lines = this.linesOf(name);
        return html`<section>
          <p class="muted">${t(`service.web.snippet.${name}`)}</p>
          <pre tabindex="0">${lines}</pre>
          <rl-button @click=${() => this.copy(lines)}>${t('service.web.snippet.copy')}</rl-button>
        </section>`;
      })}
      <section>
        <p class="muted">${t('service.web.snippet.page')}</p>
        <a href="/p/service/portal" target="_blank" rel="noreferrer">${location.origin}/p/service/portal</a>
      </section>`;
  }

  private get isShownNowhere(): boolean {
    const { origins } = this.record;
    return !Array.isArray(origins) || origins.length === 0;
  }

  private linesOf(name: string): string {
    const { origin } = location;
    return `<script type="module" src="${origin}/widgets/${name}.js"></script>\n<${name} site="${String(this.record['key'])}"></${name}>`;
  }

  private async copy(lines: string): Promise<void> {
    await navigator.clipboard.writeText(lines).catch(showProblem);
    showToast({ text: t('service.web.snippet.copied') });
  }
}
