import { consume } from '@lit/context';
import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { metaContext } from '../../context/meta.ts';
import { titleOf } from '../../data/choices.ts';
import { ApiProblem } from '../../data/client.ts';
import { gather } from '../../data/gather.ts';
import { t } from '../../data/i18n.ts';
import { onLive } from '../../data/live.ts';
import { screenFor } from '../../data/entity-screens.ts';
import { entityOf, shownType, type Meta, type MetaEntity } from '../../data/meta.ts';
import { headerFields } from '../../data/record-page.ts';
import { readRecord, type RecordItem } from '../../data/records.ts';
import { ScreenRules } from '../../rules/screen-rules.ts';
import { isEmptyValue } from '../../data/values.ts';
import { base } from '../../styles/base.ts';
import { buttons } from '../../styles/buttons.ts';
import { values } from '../../styles/values.ts';
import { fieldValue } from '../../components/field-value.ts';
import '../../components/rl-avatar.ts';
import '../../components/rl-bar.ts';
import '../../components/rl-empty.ts';
import '../../components/rl-problem.ts';
import '../../components/rl-skeleton.ts';
import './rl-next-step.ts';
import './rl-parts.ts';
import type { RlRecordAccess } from './rl-record-access.ts';
import './rl-record-access.ts';
import './rl-record-actions.ts';
import { recordStyles } from './record-styles.ts';

/** One record of any entity: its next step, what happened, what belongs to it, and its facts. */
@customElement('rl-record-screen')
export class RlRecordScreen extends LitElement {
  @consume({ context: metaContext, subscribe: true }) meta!: Meta;
  @property() entity = '';
  @property({ attribute: 'record-id' }) recordId = '';
  @state() private record: RecordItem | undefined;
  @state() private error: unknown;
  /** Counts what happened, so that parts of the page read again. */
  @state() private pulse = 0;
  private readonly refresh = gather<null>(400, () => void this.load());
  private readonly rules = new ScreenRules(this);
  private stops: (() => void)[] = [];

  static override styles = [base, buttons, values, recordStyles];

  override connectedCallback(): void {
    super.connectedCallback();
    const again = (): void => this.refresh(null);
    this.stops = [
      onLive('record', (change) => change.id === this.recordId && again()),
      onLive('work-item', again),
      onLive('instance', again),
      onLive('resync', again),
    ];
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const stop of this.stops) stop();
    this.refresh.cancel();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('recordId') || changed.has('entity')) void this.load();
  }

  protected override render() {
    const entity = entityOf(this.meta, this.entity);
    if (!entity) return nothing;
    const { record } = this;
    const title = record ? titleOf(entity.title, record) : '';
    return html`<rl-bar
        heading=${title}
        .crumbs=${[{ label: entity.label.many, href: `/r/${encodeURIComponent(entity.id)}` }]}
      >
        ${
          record
            ? html`<rl-record-actions
                slot="actions"
                .entity=${entity}
                .record=${record}
                @rl-access=${(event: CustomEvent<{ what: 'share' | 'why' }>) =>
                  this.renderRoot.querySelector<RlRecordAccess>('rl-record-access')?.open(event.detail.what)}
              ></rl-record-actions>`
            : nothing
        }
      </rl-bar>
      ${this.error ? this.renderError() : this.renderPage(entity, record)}`;
  }

  private renderError(): TemplateResult {
    if (this.error instanceof ApiProblem && this.error.status === 404)
      return html`<rl-empty
        icon="search"
        heading=${t('record.gone')}
        text=${t('record.goneText')}
      ></rl-empty>`;
    return html`<rl-problem .error=${this.error} @rl-retry=${() => this.load()}></rl-problem>`;
  }

  private renderPage(entity: MetaEntity, record: RecordItem | undefined): TemplateResult {
    return html`<div class="page">
      <div class="main">
        <div class="column">
          ${record ? this.renderHead(entity, record) : html`<rl-skeleton rows="2"></rl-skeleton>`}
          ${record ? this.renderParts('body', { entity, record }) : html`<rl-skeleton rows="8"></rl-skeleton>`}
        </div>
      </div>
      <aside aria-label=${t('record.facts')}>
        ${
          record
            ? html`${this.renderParts('side', { entity, record })}
                <rl-record-access
                  .entity=${entity}
                  .record=${record}
                  .pulse=${this.pulse}
                ></rl-record-access>`
            : html`<rl-skeleton rows="10"></rl-skeleton>`
        }
      </aside>
    </div>`;
  }

  private renderParts(
    part: 'side' | 'body',
    { entity, record }: { entity: MetaEntity; record: RecordItem },
  ): TemplateResult {
    const screen = screenFor(this.meta, 'record', entity.id);
    const scope = { meta: this.meta, entity, values: record };
    return html`<rl-parts
      data-node="#${part}"
      .nodes=${this.rules.decide(screen?.[part] ?? [], scope)}
      .entity=${entity}
      .record=${record}
      .screen=${screen?.id ?? ''}
      .pulse=${this.pulse}
      ?side=${part === 'side'}
      @rl-saved=${(event: CustomEvent<{ record: RecordItem }>) => {
        this.record = event.detail.record;
        this.pulse++;
      }}
    ></rl-parts>`;
  }

  private renderHead(entity: MetaEntity, record: RecordItem): TemplateResult {
    const shown = headerFields(this.meta, entity).filter((field) => !isEmptyValue(record[field.id]));
    const tags = shown.filter((field) => ['select', 'multiSelect', 'tags'].includes(shownType(field)));
    const facts = shown.filter((field) => !tags.includes(field));
    const title = titleOf(entity.title, record);
    return html`<header>
        <rl-avatar square size="large" name=${title}></rl-avatar>
        <div class="grow">
          <div class="name">
            <h2>${title}</h2>
            ${tags.map((field) => html`<span data-node="header.${field.id}">${fieldValue(field, record[field.id])}</span>`)}
          </div>
          <div class="about" data-node="#header">
            ${facts.map(
              (field) =>
                html`<span class="fact" data-node="header.${field.id}"
                  >${shownType(field) === 'money' ? nothing : html`<span>${field.label}</span>`}
                  ${fieldValue(field, record[field.id], { isLinked: true })}</span
                >`,
            )}
            <span class="fact">${t('record.changed')} <rl-time value=${record.updatedAt}></rl-time></span>
          </div>
        </div>
      </header>
      <rl-next-step entity=${entity.id} record-id=${record.id} .pulse=${this.pulse}></rl-next-step>`;
  }

  private async load(): Promise<void> {
    try {
      this.record = await readRecord(this.entity, this.recordId);
      this.error = undefined;
    } catch (error) {
      this.error = error;
    }
    this.pulse++;
  }
}
