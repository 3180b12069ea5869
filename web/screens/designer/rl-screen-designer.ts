import { consume } from '@lit/context';
import { LitElement, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { metaContext } from '../../context/meta.ts';
import { findRecords, titleOf, type Choice } from '../../data/choices.ts';
import { flowNames } from '../../data/flows.ts';
import { t } from '../../data/i18n.ts';
import { entityOf, type Meta } from '../../data/meta.ts';
import { listRecords, readRecord, type RecordItem } from '../../data/records.ts';
import { queryParam } from '../../shell/router.ts';
import { base } from '../../styles/base.ts';
import { buttons } from '../../styles/buttons.ts';
import '../../components/rl-picker.ts';
import '../../components/rl-problem.ts';
import '../../components/rl-skeleton.ts';
import '../../components/rl-tabs.ts';
import { showProblem, showToast } from '../../components/toast.ts';
import { loadMetaAs, type TreeNode, type Variant } from './design-data.ts';
import type { DesignModel, Target } from './design-model.ts';
import { DesignSession } from './design-session.ts';
import { designerStyles } from './designer-styles.ts';
import { draftedMeta } from './drafted-screen.ts';
import type { Naming } from './node-label.ts';
import { paletteItems, type PaletteItem } from './palette-items.ts';
import { placeFor, shownIn } from './place-for.ts';
import type { PreviewMessage } from './preview-message.ts';
import './rl-design-bar.ts';
import './rl-design-canvas.ts';
import type { RlDesignCanvas } from './rl-design-canvas.ts';
import './rl-design-notices.ts';
import './rl-design-outline.ts';
import './rl-design-palette.ts';
import './rl-design-properties.ts';
import type { RlDesignProperties } from './rl-design-properties.ts';

const narrow = matchMedia('(max-width: 1000px)');

/** A screen is changed here: parts on the left, the screen itself in the middle, what can be set on the right. */
@customElement('rl-screen-designer')
export class RlScreenDesigner extends LitElement {
  @consume({ context: metaContext, subscribe: true }) meta!: Meta;
  @property({ attribute: 'screen-id' }) screenId = '';
  @state() private selected = '#screen';
  @state() private reveal: string | undefined;
  @state() private side: 'add' | 'outline' | 'set' = 'add';
  @state() private isPhone = false;
  @state() private isTrying = false;
  /** The role as which the screen is seen. */
  @state() private viewed = '';
  @state() private roleMeta: Meta | undefined;
  @state() private flows: ReadonlyMap<string, string> = new Map();
  /** What a page is shown with; null where there is no record yet. */
  @state() private record: RecordItem | null | undefined;
  @query('rl-design-canvas') private canvas!: RlDesignCanvas;
  @query('rl-design-properties') private properties!: RlDesignProperties;
  private readonly session = new DesignSession(this);

  static override styles = [base, buttons, designerStyles];

  private readonly onKey = (event: KeyboardEvent): void => {
    const isCommand = event.ctrlKey || event.metaKey;
    const key = event.key.toLowerCase();
    if (isCommand && key === 's') {
      event.preventDefault();
      void this.save();
    } else if (isCommand && (key === 'z' || key === 'y') && !isTyping(event)) {
      event.preventDefault();
      if (key === 'y' || event.shiftKey) this.session.model?.redo();
      else this.session.model?.undo();
      this.edited();
    }
  };

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('keydown', this.onKey);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('keydown', this.onKey);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('screenId')) void this.open({ role: null, device: null });
  }

  protected override render() {
    const { model, problems, error, isBusy } = this.session;
    if (error)
      return html`<rl-problem
        .error=${error}
        @rl-retry=${() => this.open({ role: null, device: null })}
      ></rl-problem>`;
    if (!model) return html`<rl-skeleton rows="12"></rl-skeleton>`;
    const { tree } = model;
    const { entity, texts } = model.opened;
    const naming: Naming = { meta: this.meta, entity, texts, flows: this.flows };
    return html`<rl-design-bar
        .model=${model}
        .tree=${tree}
        .problems=${problems}
        role-id=${this.viewed}
        ?phone=${this.isPhone}
        ?trying=${this.isTrying}
        ?busy=${isBusy}
        @rl-undo=${() => this.act(() => model.undo())}
        @rl-redo=${() => this.act(() => model.redo())}
        @rl-save=${() => this.save()}
        @rl-reset=${() => this.session.reset()}
        @rl-delete=${() => this.session.deleteScreen()}
        @rl-restored=${() => this.open(model.opened.variant)}
        @rl-phone=${() => (this.isPhone = !this.isPhone)}
        @rl-try=${() => (this.isTrying = !this.isTrying)}
        @rl-role=${(event: CustomEvent<{ role: string }>) => this.viewAs(event.detail.role)}
        @rl-variant=${(event: CustomEvent<Variant>) => this.open(event.detail)}
        @rl-choose=${this.onChoose}
      ></rl-design-bar>
      <rl-design-notices
        .model=${model}
        .tree=${tree}
        .naming=${naming}
        @rl-edited=${this.edited}
      ></rl-design-notices>
      <div class="work" data-side=${this.side}>
        ${this.renderLeft(model, naming)}
        <rl-design-canvas
          .model=${model}
          .tree=${tree}
          .message=${this.message(model)}
          selected=${this.selected}
          ?phone=${this.isPhone || model.opened.variant.device === 'phone'}
          ?trying=${this.isTrying}
          @rl-choose=${this.onChoose}
          @rl-drop=${(event: CustomEvent<{ node: TreeNode; target: Target }>) => this.dropped(event.detail)}
        ></rl-design-canvas>
        <aside class="right" aria-label=${t('screens.properties')} tabindex="-1">
          ${model.opened.kind === 'record' ? this.renderSample(model) : nothing}
          <rl-design-properties
            .model=${model}
            .tree=${tree}
            .naming=${naming}
            .problems=${problems}
            .record=${this.record ?? undefined}
            selected=${this.selected}
            @rl-edited=${this.edited}
          ></rl-design-properties>
        </aside>
      </div>`;
  }

  private renderLeft(model: DesignModel, naming: Naming) {
    // Where there is room the properties stand on the right at all times.
    const sides = narrow.matches ? (['add', 'outline', 'set'] as const) : (['add', 'outline'] as const);
    const tabs = sides.map((id) => ({ id, label: t(`screens.side.${id}`) }));
    const entity = entityOf(this.meta, model.opened.entity);
    return html`<aside class="left" aria-label=${t('screens.parts')}>
      <rl-tabs
        label=${t('screens.parts')}
        .tabs=${tabs}
        selected=${this.side}
        @rl-select=${(event: CustomEvent<{ id: 'add' | 'outline' | 'set' }>) => (this.side = event.detail.id)}
      ></rl-tabs>
      <div class="panel" role="tabpanel" aria-label=${t(`screens.side.${this.side}`)}>
        ${
          this.side === 'outline'
            ? html`<rl-design-outline
                .model=${model}
                .tree=${model.tree}
                .naming=${naming}
                .problems=${this.session.problems}
                selected=${this.selected}
                @rl-choose=${this.onChoose}
                @rl-edited=${this.edited}
                @rl-properties=${() => this.properties.focus()}
              ></rl-design-outline>`
            : entity
              ? html`<rl-design-palette
                  .items=${paletteItems(model.tree, { meta: this.meta, entity })}
                  @rl-drag=${(event: CustomEvent<{ item: PaletteItem }>) => this.canvas.drag(event.detail.item.make())}
                  @rl-take=${(event: CustomEvent<{ item: PaletteItem }>) => this.take(event.detail.item)}
                ></rl-design-palette>`
              : nothing
        }
      </div>
    </aside>`;
  }

  private renderSample({ opened }: DesignModel) {
    const entity = entityOf(this.meta, opened.entity);
    if (!entity) return nothing;
    const { record } = this;
    return html`<div class="sample">
      <span>${t('screens.sample')}</span>
      <rl-picker
        required
        label=${t('screens.sample')}
        .source=${findRecords(this.meta, entity.id)}
        .value=${record ? { id: record.id, title: titleOf(entity.title, record) } : null}
        @change=${(event: CustomEvent<{ value: Choice | null }>) => this.sample(event.detail.value?.id)}
      ></rl-picker>
    </div>`;
  }

  private cached: { key: unknown[]; message: PreviewMessage } | undefined;

  /** The same object until something of it changed, so that the frame is told once. */
  private message({ opened, tree }: DesignModel): PreviewMessage {
    const { problems } = this.session;
    const key = [tree, problems, this.meta, this.roleMeta, this.record, this.reveal, this.isTrying];
    if (!this.cached || key.some((each, index) => each !== this.cached?.key[index])) {
      const draft = { tree, opened, problems };
      const meta = draftedMeta(this.roleMeta ?? this.meta, draft);
      const message: PreviewMessage = {
        type: 'rl-preview',
        meta,
        screen: opened.id,
        record: this.record === null ? '' : this.record?.id,
        role: this.roleMeta && this.viewed,
        isTrying: this.isTrying,
        reveal: this.reveal,
      };
      this.cached = { key, message };
    }
    return this.cached.message;
  }

  private async open(variant: Variant): Promise<void> {
    if (!(await this.session.mayLeave())) return;
    await this.session.open(this.screenId, variant);
    const { entity } = this.session.model?.opened ?? {};
    if (entity) void flowNames(entity).then((flows) => (this.flows = flows));
    if (!this.session.model?.find(this.selected)) this.selected = '#screen';
    if (variant.role && variant.role !== this.viewed) await this.viewAs(variant.role);
    if (!this.record) await this.sample(queryParam('record'));
  }

  private async sample(id: string | undefined): Promise<void> {
    const { entity = '', kind } = this.session.model?.opened ?? {};
    if (kind !== 'record') return;
    const found = id ? await readRecord(entity, id).catch(() => undefined) : undefined;
    const first = async () => (await listRecords(entity, { limit: 1 }).catch(() => ({ items: [] }))).items[0];
    this.record = found ?? (await first()) ?? null;
  }

  private async viewAs(role: string): Promise<void> {
    try {
      this.roleMeta = role ? await loadMetaAs(role) : undefined;
      this.viewed = role;
    } catch (error) {
      showProblem(error);
    }
  }

  private readonly onChoose = (event: CustomEvent<{ id: string }>): void => {
    this.selected = this.reveal = event.detail.id;
  };

  private act(run: () => void): void {
    run();
    this.edited();
  }

  private readonly edited = (): void => this.session.edited();

  private dropped({ node, target }: { node: TreeNode; target: Target }): void {
    const { model } = this.session;
    if (!model) return;
    if (!model.put(node, target)) return;
    this.selected = node.id;
    this.edited();
  }

  private take(item: PaletteItem): void {
    const { model } = this.session;
    const node = item.make();
    const target = model && placeFor(model, node, this.selected);
    const shown = model && shownIn(model, node.id);
    if (shown && shown === target?.parent) return void (this.selected = this.reveal = node.id);
    if (!model || !target || !model.put(node, target))
      return showProblem(t('screens.noPlace', { what: item.label }));
    this.selected = this.reveal = node.id;
    showToast({ text: t(shown ? 'screens.moved' : 'screens.added', { what: item.label }) });
    this.edited();
  }

  private async save(): Promise<void> {
    const node = await this.session.save();
    if (node && this.session.model?.find(node)) this.selected = this.reveal = node;
  }
}

const isTyping = (event: Event): boolean =>
  event
    .composedPath()
    .some(
      (node) =>
        node instanceof HTMLTextAreaElement || (node instanceof HTMLInputElement && node.type !== 'checkbox'),
    );
