import { consume } from '@lit/context';
import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { styleMap } from 'lit/directives/style-map.js';
import type { ScreenNode } from '../../../core/screen/definition.ts';
import { metaContext } from '../../context/meta.ts';
import { titleOf } from '../../data/choices.ts';
import { fieldsIn } from '../../data/entity-screens.ts';
import { t } from '../../data/i18n.ts';
import type { Meta, MetaEntity } from '../../data/meta.ts';
import { partLabel } from '../../data/record-page.ts';
import type { RecordItem } from '../../data/records.ts';
import { screenText } from '../../data/screen-text.ts';
import { queryParam, replaceQuery } from '../../shell/router.ts';
import { base } from '../../styles/base.ts';
import '../../components/rl-icon.ts';
import '../../components/rl-tabs.ts';
import '../figure/rl-figure.ts';
import './rl-element.ts';
import './rl-facts.ts';
import './rl-record-flows.ts';
import './rl-related.ts';
import './rl-running.ts';
import './rl-timeline.ts';
import { partStyles } from './part-styles.ts';

type Container<Kind extends ScreenNode['node']> = Extract<ScreenNode, { node: Kind }>;

/** The parts of a record's page, as its screen arranges them. Their rules are decided before. */
@customElement('rl-parts')
export class RlParts extends LitElement {
  @consume({ context: metaContext, subscribe: true }) meta!: Meta;
  @property({ attribute: false }) nodes: ScreenNode[] = [];
  @property({ attribute: false }) entity!: MetaEntity;
  @property({ attribute: false }) record!: RecordItem;
  @property({ attribute: false }) screen = '';
  @property({ attribute: false }) pulse = 0;
  /** In the side column: running flows are small, fields stand one below the other. */
  @property({ type: Boolean }) side = false;
  @state() private tab = queryParam('tab') ?? '';

  static override styles = [base, partStyles];

  /** Brings the tab to the front in which the part with this id stands. */
  reveal(id: string): void {
    const hasIt = (node: ScreenNode): boolean =>
      node.id === id || ('children' in node && node.children.some(hasIt));
    const tabs = this.nodes.filter((node) => node.node === 'tabs').flatMap((node) => node.children);
    const found = tabs.find(hasIt);
    if (found) this.tab = found.id;
  }

  protected override render() {
    return this.renderAll(this.nodes);
  }

  private renderAll(nodes: readonly ScreenNode[]): TemplateResult {
    return html`<div class="stack">${this.runs(nodes).map((run) => this.renderRun(run))}</div>`;
  }

  /** Fields that follow each other are one block. */
  private runs(nodes: readonly ScreenNode[]): ScreenNode[][] {
    const runs: ScreenNode[][] = [];
    for (const node of nodes) {
      const last = runs.at(-1);
      if (node.node === 'field' && last?.[0]?.node === 'field') last.push(node);
      else runs.push([node]);
    }
    return runs;
  }

  private renderRun(run: ScreenNode[]): TemplateResult | typeof nothing {
    const [node] = run;
    if (!node) return nothing;
    return node.node === 'field' ? this.renderFields(run, 1) : this.renderPart(node);
  }

  private renderFields(nodes: readonly ScreenNode[], across: number) {
    return html`<rl-facts
      .entity=${this.entity}
      .record=${this.record}
      .fields=${nodes.flatMap((node) => fieldsIn(node, this.entity))}
      across=${this.side ? 1 : across}
    ></rl-facts>`;
  }

  private renderPart(node: ScreenNode): TemplateResult | typeof nothing {
    switch (node.node) {
      case 'tabs':
        return this.renderTabs(node);
      case 'tab':
        return this.renderTab(node);
      case 'columns':
        return this.renderColumns(node);
      case 'section':
        return this.renderSection(node);
      case 'text':
        return html`<p class="text" data-node=${node.id}>${screenText(node.text)}</p>`;
      case 'broken':
        return this.renderBroken(node);
      case 'element':
        return html`<rl-element
          data-node=${node.id}
          name=${node.element}
          .entity=${this.entity}
          .record=${this.record}
          .pulse=${this.pulse}
        ></rl-element>`;
      case 'timeline':
      case 'flows':
      case 'related':
      case 'records':
      case 'number':
      case 'chart':
        return this.renderContent(node);
      default:
        return nothing;
    }
  }

  private renderTabs({ id, children }: Container<'tabs'>) {
    const shown = children.find((tab) => tab.id === this.tab) ?? children[0];
    if (!shown) return nothing;
    return html`<div data-node=${id}>
      <rl-tabs
        label=${t('record.parts')}
        .tabs=${children.map((tab) => ({ id: tab.id, label: partLabel(tab, this.meta) }))}
        selected=${shown.id}
        @rl-select=${(event: CustomEvent<{ id: string }>) => {
          this.tab = event.detail.id;
          replaceQuery({ tab: event.detail.id });
        }}
      ></rl-tabs>
      <div class="panel" role="tabpanel" aria-label=${partLabel(shown, this.meta)} data-node=${shown.id}>
        ${this.renderPart(shown)}
      </div>
    </div>`;
  }

  /** A section that is called like its tab need not say it again. */
  private renderTab({ children, title }: Container<'tab'>) {
    return this.renderAll(
      children.map((child) =>
        child.node === 'section' && !child.isClosed && screenText(child.title) === screenText(title)
          ? { ...child, title: '' }
          : child,
      ),
    );
  }

  private renderColumns({ id, children }: Container<'columns'>) {
    const tracks = children.map((child) => `minmax(0, ${child.width ?? 1}fr)`).join(' ');
    return html`<div class="columns" data-node=${id} style=${styleMap({ '--tracks': tracks })}>
      ${children.map((child) => html`<div>${this.renderRun([child])}</div>`)}
    </div>`;
  }

  private renderSection(node: Container<'section'>) {
    const title = screenText(node.title);
    const across = node.across ?? 1;
    const inner = node.children.every((child) => child.node === 'field')
      ? this.renderFields(node.children, across)
      : this.renderAll(node.children);
    if (!node.isClosed)
      return html`<section data-node=${node.id}>
        ${title ? html`<h3>${title}</h3>` : nothing}${inner}
      </section>`;
    return html`<details data-node=${node.id}>
      <summary>${title || t('record.facts')}</summary>
      ${inner}
    </details>`;
  }

  private renderContent(node: Container<'timeline' | 'flows' | 'related' | 'records' | 'number' | 'chart'>) {
    const { entity, record, pulse } = this;
    const subject = { id: record.id, title: titleOf(entity.title, record) };
    if (node.node === 'timeline')
      return html`<rl-timeline
        data-node=${node.id}
        .entity=${entity}
        record-id=${record.id}
        .pulse=${pulse}
      ></rl-timeline>`;
    if (node.node === 'flows')
      return this.side
        ? html`<rl-running
            data-node=${node.id}
            entity=${entity.id}
            record-id=${record.id}
            .pulse=${pulse}
          ></rl-running>`
        : html`<rl-record-flows
            data-node=${node.id}
            entity=${entity.id}
            record-id=${record.id}
            .pulse=${pulse}
          ></rl-record-flows>`;
    if (node.node === 'related')
      return html`<rl-related data-node=${node.id} .related=${node} .subject=${subject}></rl-related>`;
    return html`<rl-figure data-node=${node.id} .figure=${node} .subject=${subject}></rl-figure>`;
  }

  private renderBroken({ id, problem }: Container<'broken'>) {
    return html`<div class="broken" data-node=${id}>
      <rl-icon name="triangle-alert"></rl-icon><span>${problem}</span>
      <a href="/screens/${encodeURIComponent(this.screen)}">${t('screen.mend')}</a>
    </div>`;
  }
}
