import { consume } from '@lit/context';
import { LitElement, css, html, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { metaContext } from '../../context/meta.ts';
import { t } from '../../data/i18n.ts';
import type { Meta, MetaEntity } from '../../data/meta.ts';
import type { RecordItem } from '../../data/records.ts';
import '../../components/rl-problem.ts';
import '../../components/rl-skeleton.ts';

interface Shown {
  entity: MetaEntity;
  record: RecordItem;
  pulse: number;
}

interface Part {
  load(): Promise<unknown>;
  render(shown: Shown): TemplateResult;
}

/** Parts of a page that are more than fields and lists, by the name that screens know them by. */
const parts: Record<string, Part> = {
  template: {
    load: () => import('../template/rl-template.ts'),
    render: ({ entity, record }) => html`<rl-template .entity=${entity} .record=${record}></rl-template>`,
  },
  segment: {
    load: () => import('../segment/rl-segment.ts'),
    render: ({ entity, record }) => html`<rl-segment .entity=${entity} .record=${record}></rl-segment>`,
  },
};

/** What the plugins that are built with this app bring: `web/<name>.ts` of a plugin defines the element of that name. */
const builtIn = new Map(
  Object.entries(import.meta.glob('../../../plugins/*/web/*.ts')).map(([path, load]) => [
    path.slice(path.lastIndexOf('/') + 1, -'.ts'.length),
    load,
  ]),
);

/** Others bring it as a file of their own, which the server knows the address of. */
function partOf(name: string, { elements }: Meta): Part | undefined {
  const address = elements[name];
  const load = builtIn.get(name) ?? (address === undefined ? undefined : () => loadElement(name, address));
  if (!load) return parts[name];
  let made: HTMLElement | undefined;
  return {
    load,
    render: ({ entity, record, pulse }) => {
      made ??= document.createElement(name);
      return html`${Object.assign(made, { entity, record, pulse })}`;
    },
  };
}

async function loadElement(name: string, address: string): Promise<void> {
  try {
    await import(/* @vite-ignore */ address);
  } catch (error) {
    console.error(error);
    throw new Error(t('element.broken', { name }), { cause: error });
  }
  if (!customElements.get(name)) throw new Error(t('element.undefined', { name }));
}

/** One of those parts, whose code comes when it is first shown. */
@customElement('rl-element')
export class RlElement extends LitElement {
  @consume({ context: metaContext }) meta!: Meta;
  @property() name = '';
  @property({ attribute: false }) entity!: MetaEntity;
  @property({ attribute: false }) record!: RecordItem;
  @property({ attribute: false }) pulse = 0;
  @state() private wanted: Part | undefined;
  @state() private loaded: Part | undefined;
  @state() private error: unknown;

  static override styles = css`
    :host {
      display: block;
    }
    .gone {
      margin: 0;
      color: var(--rl-muted);
    }
  `;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('name')) void this.load();
  }

  protected override render() {
    if (this.error)
      return html`<rl-problem .error=${this.error} @rl-retry=${() => this.load()}></rl-problem>`;
    if (!this.wanted) return html`<p class="gone">${t('element.gone', { name: this.name })}</p>`;
    return this.loaded ? this.loaded.render(this) : html`<rl-skeleton rows="4"></rl-skeleton>`;
  }

  private async load(): Promise<void> {
    const part = (this.wanted = partOf(this.name, this.meta));
    try {
      await part?.load();
      this.loaded = part;
      this.error = undefined;
    } catch (error) {
      this.error = error;
    }
  }
}
