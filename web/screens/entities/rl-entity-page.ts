import { consume } from '@lit/context';
import { LitElement, css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { metaContext } from '../../context/meta.ts';
import {
  applyChange,
  readEntity,
  type BuilderEntity,
  type ChangeBody,
  type EntityChange,
  type Operation,
} from '../../data/entities.ts';
import { t } from '../../data/i18n.ts';
import { ofLocale } from '../../data/local-text.ts';
import { entityOf, type Meta } from '../../data/meta.ts';
import { base } from '../../styles/base.ts';
import { buttons } from '../../styles/buttons.ts';
import '../../components/rl-empty.ts';
import '../../components/rl-icon.ts';
import '../../components/rl-menu.ts';
import '../../components/rl-problem.ts';
import '../../components/rl-skeleton.ts';
import '../../components/rl-tabs.ts';
import '../../components/rl-tag.ts';
import { showProblem, showToast } from '../../components/toast.ts';
import { navigate } from '../../shell/router.ts';
import './rl-change-dialog.ts';
import './rl-change-list.ts';
import './rl-entity-settings.ts';
import './rl-field-list.ts';
import './rl-field-panel.ts';
import './rl-rule-list.ts';
import './rl-rule-panel.ts';
import './rl-use-list.ts';

type Panel = { kind: 'field'; id?: string } | { kind: 'rule' | 'unique'; id?: string } | { kind: 'settings' };

interface Question {
  body: ChangeBody;
  heading: string;
  label: string;
}

/** One entity: its fields, rules, where it is used, and what was changed. */
@customElement('rl-entity-page')
export class RlEntityPage extends LitElement {
  @consume({ context: metaContext, subscribe: true }) meta!: Meta;
  @property({ attribute: 'entity-id' }) entityId = '';
  @state() private entity: BuilderEntity | undefined;
  @state() private error: unknown;
  @state() private tab = 'fields';
  @state() private panel: Panel | undefined;
  @state() private question: Question | undefined;
  @state() private revision = 0;

  static override styles = [
    base,
    buttons,
    css`
      :host {
        display: block;
      }
      header {
        display: flex;
        gap: 10px;
        align-items: center;
        flex-wrap: wrap;
        margin-bottom: 8px;
      }
      header h2 {
        font-size: 15px;
      }
      rl-tabs {
        margin-bottom: 12px;
      }
    `,
  ];

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('entityId')) return;
    this.entity = undefined;
    this.panel = undefined;
    void this.load();
  }

  protected override render() {
    if (this.error)
      return html`<rl-problem .error=${this.error} @rl-retry=${() => this.load()}></rl-problem>`;
    const { entity } = this;
    if (!entity) return html`<rl-skeleton rows="8"></rl-skeleton>`;
    return html`${this.renderHeader(entity)}
      <rl-tabs
        label=${ofLocale(entity.label.many)}
        .tabs=${['fields', 'rules', 'uses', 'history'].map((id) => ({
          id,
          label: t(`entities.tab.${id}`),
          ...(id === 'fields' && { count: entity.fields.length }),
          ...(id === 'uses' && { count: entity.uses.length }),
        }))}
        selected=${this.tab}
        @rl-select=${(event: CustomEvent<{ id: string }>) => (this.tab = event.detail.id)}
      ></rl-tabs>
      ${this.renderTab(entity)} ${this.panel ? this.renderPanel(entity, this.panel) : nothing}
      ${
        this.question
          ? html`<rl-change-dialog
              entity=${entity.id}
              heading=${this.question.heading}
              label=${this.question.label}
              .body=${this.question.body}
              @rl-applied=${(event: CustomEvent<{ change: EntityChange }>) => this.applied(event.detail.change)}
              @rl-close=${() => (this.question = undefined)}
            ></rl-change-dialog>`
          : nothing
      }`;
  }

  private renderHeader(entity: BuilderEntity) {
    return html`<header>
      <rl-icon name=${entity.icon ?? entityOf(this.meta, entity.id)?.icon ?? 'box'}></rl-icon>
      <h2>${ofLocale(entity.label.many, entity.id)}</h2>
      <rl-tag
        tone=${entity.isDeclared ? 'neutral' : 'accent'}
        title=${entity.isDeclared ? entity.plugin : nothing}
        >${t(entity.isDeclared ? 'entities.brought' : 'entities.custom')}</rl-tag
      >
      ${entity.isChanged ? html`<rl-tag tone="violet">${t('entities.changed')}</rl-tag>` : nothing}
      <span class="grow"></span>
      <rl-menu
        align="end"
        label=${t('action.more')}
        .items=${[
          { id: 'open', label: t('entities.open'), icon: 'list' },
          { id: 'settings', label: t('entities.settings'), icon: 'pencil' },
          ...(entity.isChanged ? [{ id: 'reset', label: t('entities.reset'), icon: 'rotate-ccw' }] : []),
          ...(entity.isDeclared
            ? []
            : [
                {
                  id: 'remove',
                  label: t('entities.remove'),
                  icon: 'trash-2',
                  isDanger: true,
                  separates: true,
                },
              ]),
        ]}
        @rl-select=${(event: CustomEvent<{ id: string }>) => this.act(entity, event.detail.id)}
        ><button slot="trigger" type="button" class="button square" aria-label=${t('action.more')}>
          <rl-icon name="ellipsis"></rl-icon></button
      ></rl-menu>
      <button type="button" class="button primary" @click=${() => (this.panel = { kind: 'field' })}>
        <rl-icon name="plus"></rl-icon>${t('entities.field.add')}
      </button>
    </header>`;
  }

  private renderTab(entity: BuilderEntity) {
    switch (this.tab) {
      case 'rules':
        return html`<rl-rule-list
          .entity=${entity}
          @rl-open=${(event: CustomEvent<Panel>) => (this.panel = event.detail)}
        ></rl-rule-list>`;
      case 'uses':
        return entity.uses.length === 0
          ? html`<rl-empty
              icon="link"
              heading=${t('entities.uses.none')}
              text=${t('entities.uses.noneText')}
            ></rl-empty>`
          : html`<rl-use-list
              .uses=${entity.uses}
              .fieldName=${(id: string | undefined) =>
                id === undefined
                  ? t('entities.uses.whole')
                  : ofLocale(entity.fields.find((field) => field.id === id)?.label, id)}
            ></rl-use-list>`;
      case 'history':
        return html`<rl-change-list
          entity=${entity.id}
          .revision=${this.revision}
          @rl-undo=${(event: CustomEvent<{ change: EntityChange }>) => this.askUndo(event.detail.change)}
        ></rl-change-list>`;
      default:
        return html`<rl-field-list
          .entity=${entity}
          @rl-open=${(event: CustomEvent<{ id: string }>) => (this.panel = { kind: 'field', id: event.detail.id })}
          @rl-change=${(event: CustomEvent<{ operation: Operation; said?: string }>) =>
            this.change(event.detail.operation, event.detail.said)}
          @rl-ask=${(event: CustomEvent<{ operation: Operation; heading: string; label: string }>) =>
            this.ask(event.detail)}
        ></rl-field-list>`;
    }
  }

  private renderPanel(entity: BuilderEntity, panel: Panel) {
    const close = (): void => void (this.panel = undefined);
    const applied = (event: CustomEvent<{ change: EntityChange; goesOn?: boolean }>): void => {
      if (!event.detail.goesOn) close();
      this.applied(event.detail.change);
    };
    if (panel.kind === 'settings')
      return html`<rl-entity-settings
        .entity=${entity}
        @rl-applied=${applied}
        @rl-close=${close}
      ></rl-entity-settings>`;
    if (panel.kind === 'field')
      return html`<rl-field-panel
        .entity=${entity}
        .field=${entity.fields.find((field) => field.id === panel.id)}
        @rl-applied=${applied}
        @rl-close=${close}
      ></rl-field-panel>`;
    return html`<rl-rule-panel
      .entity=${entity}
      kind=${panel.kind}
      rule-id=${panel.id ?? ''}
      @rl-applied=${applied}
      @rl-ask=${(event: CustomEvent<{ operation: Operation; heading: string; label: string }>) => {
        close();
        this.ask(event.detail);
      }}
      @rl-close=${close}
    ></rl-rule-panel>`;
  }

  private act(entity: BuilderEntity, what: string): void {
    const name = ofLocale(entity.label.many, entity.id);
    if (what === 'open') navigate(`/r/${encodeURIComponent(entity.id)}/list`);
    if (what === 'settings') this.panel = { kind: 'settings' };
    if (what === 'reset')
      this.ask({
        operation: { op: 'reset' },
        heading: t('entities.resetTitle', { name }),
        label: t('entities.reset'),
      });
    if (what === 'remove')
      this.question = {
        body: { remove: true },
        heading: t('entities.removeTitle', { name }),
        label: t('entities.remove'),
      };
  }

  private ask({ operation, heading, label }: { operation: Operation; heading: string; label: string }): void {
    this.question = { body: { operations: [operation] }, heading, label };
  }

  private askUndo(change: EntityChange): void {
    this.question = {
      body: { undo: change.id },
      heading: t('entities.history.undoTitle'),
      label: t('entities.history.undo'),
    };
  }

  /** What needs no question is done at once, with a way back. */
  private async change(operation: Operation, said?: string): Promise<void> {
    try {
      this.applied(await applyChange(this.entityId, { operations: [operation] }), said);
    } catch (error) {
      showProblem(error);
      await this.load();
    }
  }

  private applied(change: EntityChange, said = change.lines[0] ?? t('entities.applied')): void {
    this.revision++;
    this.dispatchEvent(new CustomEvent('rl-meta-changed', { bubbles: true, composed: true }));
    const undo = { label: t('action.undo'), run: () => this.undo(change) };
    showToast({ text: said, ...(change.canUndo && { action: undo }) });
    if (this.question?.body && 'remove' in this.question.body) navigate('/settings/entities');
    else void this.load();
  }

  private async undo(change: EntityChange): Promise<void> {
    try {
      await applyChange(this.entityId, { undo: change.id, isConfirmed: true });
      showToast({ text: t('entities.undone') });
      this.revision++;
      this.dispatchEvent(new CustomEvent('rl-meta-changed', { bubbles: true, composed: true }));
    } catch (error) {
      showProblem(error);
    }
    await this.load();
  }

  private async load(): Promise<void> {
    const wanted = this.entityId;
    try {
      const entity = await readEntity(wanted);
      if (wanted === this.entityId) this.entity = entity;
      this.error = undefined;
    } catch (error) {
      this.error = error;
    }
  }
}
