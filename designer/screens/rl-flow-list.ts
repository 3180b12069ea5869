import { Task } from '@lit/task';
import { consume } from '@lit/context';
import { LitElement, css, html, nothing } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { metaContext } from '../../web/context/meta.ts';
import { formatNumber, locale, t } from '../../web/data/i18n.ts';
import { may, type Meta } from '../../web/data/meta.ts';
import { navigate } from '../../web/shell/router.ts';
import { base } from '../../web/styles/base.ts';
import { buttons } from '../../web/styles/buttons.ts';
import { controls } from '../../web/styles/controls.ts';
import { moreMenu } from '../../web/components/more-menu.ts';
import '../../web/components/rl-bar.ts';
import '../../web/components/rl-button.ts';
import '../../web/components/rl-empty.ts';
import '../../web/components/rl-icon.ts';
import '../../web/components/rl-problem.ts';
import '../../web/components/rl-skeleton.ts';
import '../../web/components/rl-tag.ts';
import '../../web/components/rl-time.ts';
import { isOfPlugin, listFlows, nameOfPerson, type Counts, type FlowItem } from '../data/flows.ts';
import type { Draft } from '../drafts/drafts.ts';
import { beginDraft, findDrafts } from '../drafts/find-drafts.ts';
import { newDiagram } from '../moddle/new-diagram.ts';
import { flowListStyles } from './flow-list-styles.ts';
import './rl-new-flow-dialog.ts';
import './rl-upload-dialog.ts';
import type { NewFlowOrder } from './rl-new-flow-dialog.ts';
import { UploadWork } from './upload-work.ts';

type ListedDraft = Omit<Draft, 'xml'>;

const flowPath = (key: string): string => `/flows/${encodeURIComponent(key)}`;

/** All flows: which version runs, how many instances stand in it, who deployed it when. */
@customElement('rl-flow-list')
export class RlFlowList extends LitElement {
  @consume({ context: metaContext, subscribe: true }) meta!: Meta;
  /** Another page sends people here to make one about an entity: `/flows?new=contact`. */
  private readonly wanted = new URLSearchParams(location.search).get('new');
  @state() private isCreating = this.wanted !== null;
  @state() private search = '';
  @state() private drafts: ListedDraft[] = [];
  @query('input[type=file]') private file!: HTMLInputElement;
  private readonly flows = new Task(this, { task: () => this.load(), args: () => [] });
  private readonly uploading = new UploadWork(this, () => ({
    flows: this.flows.value ?? [],
    drafts: this.drafts,
  }));

  static override styles = [
    base,
    buttons,
    controls,
    flowListStyles,
    css`
      input[type='file'] {
        display: none;
      }
    `,
  ];

  protected override render() {
    return html`<rl-bar heading=${t('designer.flows')}>
        ${this.acts().map(
          ({ id, icon, label }) =>
            html`<rl-button class="wide" slot="actions" icon=${icon} @click=${() => this.act(id)}
              >${label}</rl-button
            >`,
        )}
        <span class="narrow" slot="actions"
          >${moreMenu({ items: this.acts(), onSelect: (id) => this.act(id) })}</span
        >
        ${
          may(this.meta, 'flows.deploy')
            ? html`<rl-button
                slot="actions"
                variant="primary"
                icon="plus"
                @click=${() => (this.isCreating = true)}
                >${t('designer.new')}</rl-button
              >`
            : nothing
        }
      </rl-bar>
      <input type="file" accept=".bpmn,.xml" aria-label=${t('designer.list.upload')} @change=${this.onFile} />
      <div class="body">
        ${this.flows.render({
          pending: () => html`<rl-skeleton rows="6"></rl-skeleton>`,
          error: (error) =>
            html`<rl-problem .error=${error} @rl-retry=${() => this.flows.run()}></rl-problem>`,
          complete: (flows) => this.renderFlows(flows),
        })}
      </div>
      ${
        may(this.meta, 'flows.deploy')
          ? html`<rl-new-flow-dialog
              ?open=${this.isCreating}
              about=${this.wanted ?? ''}
              .taken=${this.takenKeys()}
              @rl-close=${() => (this.isCreating = false)}
              @rl-create=${(event: CustomEvent<NewFlowOrder>) => this.create(event.detail)}
            ></rl-new-flow-dialog>`
          : nothing
      }
      ${
        this.uploading.asked
          ? html`<rl-upload-dialog
              .upload=${this.uploading.asked}
              @rl-open=${(event: CustomEvent<{ name: string }>) => this.uploading.answer(event.detail)}
              @rl-close=${() => this.uploading.close()}
            ></rl-upload-dialog>`
          : nothing
      }`;
  }

  private async load(): Promise<FlowItem[]> {
    const [flows, drafts] = await Promise.all([
      listFlows(),
      may(this.meta, 'flows.deploy') ? findDrafts() : [],
    ]);
    this.drafts = drafts;
    return flows;
  }

  /** Where one goes from here; buttons where there is room, a menu on the phone. */
  private acts(): { id: string; icon: string; label: string }[] {
    const { meta } = this;
    return [
      { id: 'decisions', icon: 'table-2', label: t('designer.decisions') },
      ...(may(meta, 'flows.operate')
        ? [{ id: 'instances', icon: 'activity', label: t('designer.list.instances') }]
        : []),
      ...(may(meta, 'flows.deploy')
        ? [{ id: 'upload', icon: 'upload', label: t('designer.list.upload') }]
        : []),
    ];
  }

  private act(id: string): void {
    if (id === 'upload') this.file.click();
    else navigate(`/${id}`);
  }

  private renderFlows(flows: FlowItem[]) {
    const drafts = new Map(this.drafts.map((draft) => [draft.key, draft]));
    const unborn = [...drafts.values()].filter((draft) => flows.every((flow) => flow.key !== draft.key));
    if (flows.length === 0 && unborn.length === 0) {
      return html`<rl-empty
        icon="workflow"
        heading=${t('designer.list.empty')}
        text=${t('designer.list.empty.text')}
        >${
          may(this.meta, 'flows.deploy')
            ? html`<rl-button variant="primary" icon="plus" @click=${() => (this.isCreating = true)}
                  >${t('designer.new')}</rl-button
                >
                <rl-button icon="upload" @click=${() => this.file.click()}
                  >${t('designer.list.upload')}</rl-button
                >`
            : nothing
        }</rl-empty
      >`;
    }
    const isWanted = ({ key, name }: { key: string; name: string }): boolean =>
      `${name} ${key}`.toLowerCase().includes(this.search.trim().toLowerCase());
    const shown = inOrder(flows).filter(isWanted);
    const begun = unborn.filter(isWanted);
    return html`<div class="search">
        <input
          class="control"
          type="search"
          aria-label=${t('designer.list.search')}
          placeholder=${t('designer.list.search')}
          @input=${(event: Event) => (this.search = (event.target as HTMLInputElement).value)}
        />
      </div>
      ${
        shown.length + begun.length === 0
          ? html`<rl-empty
              icon="search"
              heading=${t('designer.list.noMatch')}
              text=${t('designer.list.noMatch.text')}
            ></rl-empty>`
          : this.renderTable(begun, { flows: shown, drafts })
      }`;
  }

  private renderTable(
    unborn: readonly ListedDraft[],
    { flows, drafts }: { flows: readonly FlowItem[]; drafts: ReadonlyMap<string, ListedDraft> },
  ) {
    return html`<table>
      <thead>
        <tr>
          <th>${t('designer.list.name')}</th>
          <th class="version">${t('designer.list.version')}</th>
          <th class="number">${t('designer.list.active')}</th>
          <th class="number">${t('designer.list.incident')}</th>
          <th class="number">${t('designer.list.completed')}</th>
          <th class="deployed">${t('designer.list.deployed')}</th>
        </tr>
      </thead>
      <tbody>
        ${unborn.map((draft) => this.renderUnborn(draft))}
        ${flows.map((flow) => this.renderFlow(flow, drafts.get(flow.key)))}
      </tbody>
    </table>`;
  }

  private renderFlow(flow: FlowItem, draft: ListedDraft | undefined) {
    const count = (of: keyof Counts) => {
      const text = formatNumber(flow.counts[of]) + (flow.counts.atLeast?.includes(of) ? '+' : '');
      if (flow.counts[of] === 0) return html`<span class="muted">${text}</span>`;
      return of === 'incident' ? html`<rl-tag tone="bad">${text}</rl-tag>` : text;
    };
    return html`<tr @click=${() => navigate(flowPath(flow.key))}>
      <td>
        <a href=${flowPath(flow.key)}>${flow.name || flow.key}</a>
        ${draft ? html`<rl-tag tone="accent">${t('designer.list.draft')}</rl-tag>` : nothing}
        <span class="key muted">${flow.key}</span>
      </td>
      <td class="version">${t('designer.version', { version: flow.version })}</td>
      <td class="number">${count('active')}</td>
      <td class="number">${count('incident')}</td>
      <td class="number">${count('completed')}</td>
      <td class="deployed">
        <rl-time value=${flow.deployedAt}></rl-time>
        <span class="muted">${nameOfPerson(flow.deployedBy)}</span>
      </td>
    </tr>`;
  }

  private renderUnborn(draft: ListedDraft) {
    return html`<tr @click=${() => navigate(flowPath(draft.key))}>
      <td>
        <a href=${flowPath(draft.key)}>${draft.name || draft.key}</a>
        <span class="key muted">${draft.key}</span>
      </td>
      <td class="version"><rl-tag tone="accent">${t('designer.list.draft')}</rl-tag></td>
      <td class="number muted">–</td>
      <td class="number muted">–</td>
      <td class="number muted">–</td>
      <td class="deployed muted">${t('designer.list.never')}</td>
    </tr>`;
  }

  private takenKeys(): string[] {
    return [...(this.flows.value ?? []).map((flow) => flow.key), ...this.drafts.map((draft) => draft.key)];
  }

  private async create({ starter, ...flow }: NewFlowOrder): Promise<void> {
    this.isCreating = false;
    const texts = { startName: t('designer.new.start'), endName: t('designer.new.end') };
    const xml = starter
      ? await import('../starters/from-starter.ts').then(({ fromStarter }) => fromStarter(starter.xml, flow))
      : newDiagram({ ...flow, ...texts });
    await beginDraft({ key: flow.key, base: 0, xml, name: flow.name });
    navigate(flowPath(flow.key));
  }

  private readonly onFile = (): void => {
    const file = this.file.files?.[0];
    this.file.value = '';
    if (file) void this.uploading.begin(file);
  };
}

/** What was made here is looked for most; each kind by name. */
const inOrder = (flows: readonly FlowItem[]): FlowItem[] =>
  flows.toSorted(
    (one, other) =>
      Number(isOfPlugin(one.deployedBy)) - Number(isOfPlugin(other.deployedBy)) ||
      (one.name || one.key).localeCompare(other.name || other.key, locale()),
  );
