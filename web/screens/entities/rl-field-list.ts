import { consume } from '@lit/context';
import { LitElement, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { BuilderEntity, BuilderField, Operation } from '../../data/entities.ts';
import { metaContext } from '../../context/meta.ts';
import { t } from '../../data/i18n.ts';
import { entityOf, type Meta } from '../../data/meta.ts';
import { ofLocale } from '../../data/local-text.ts';
import { base } from '../../styles/base.ts';
import { buttons } from '../../styles/buttons.ts';
import { controls } from '../../styles/controls.ts';
import '../../components/rl-empty.ts';
import { moreMenu } from '../../components/more-menu.ts';
import '../../components/rl-icon.ts';
import '../../components/rl-tag.ts';
import { fieldListStyles } from './field-list-styles.ts';
import { moveKey, Reorder } from './reorder.ts';

/**
 * The fields of an entity in their order. Fires `rl-open` with `detail: {id}`, `rl-change` with
 * `detail: {operation}` for what needs no question, and `rl-ask` with `detail: {operation, heading, label}`.
 */
@customElement('rl-field-list')
export class RlFieldList extends LitElement {
  @consume({ context: metaContext, subscribe: true }) meta!: Meta;
  @property({ attribute: false }) entity!: BuilderEntity;
  @state() private search = '';
  @state() private said = '';
  private readonly reorder = new Reorder((from, to) => this.move(from, to));

  static override styles = [base, buttons, controls, fieldListStyles];

  protected override render() {
    const { entity } = this;
    const wanted = this.search.trim().toLowerCase();
    const shown = entity.fields.filter(
      ({ id, label }) =>
        !wanted || [id, ...Object.values(label ?? {})].some((text) => text.toLowerCase().includes(wanted)),
    );
    return html`${
        entity.fields.length > 8
          ? html`<input
              class="control search"
              type="search"
              aria-label=${t('entities.field.search')}
              placeholder=${t('entities.field.search')}
              @input=${(event: Event) => (this.search = (event.target as HTMLInputElement).value)}
            />`
          : nothing
      }
      <div class="table" role="table" aria-label=${t('entities.tab.fields')}>
        <div class="row head" role="row">
          <span role="columnheader"><span class="visually-hidden">${t('action.more')}</span></span>
          <span role="columnheader">${t('entities.field.label')}</span>
          <span role="columnheader" class="wide">${t('entities.field.type')}</span>
          <span role="columnheader" class="wide">${t('entities.field.usedIn')}</span>
          <span role="columnheader"><span class="visually-hidden">${t('action.more')}</span></span>
        </div>
        ${shown.map((field) => this.renderRow(field, entity.fields.indexOf(field)))}
      </div>
      ${shown.length === 0 ? html`<rl-empty icon="search" heading=${t('entities.field.noneYet')}></rl-empty>` : nothing}
      <p class="visually-hidden" role="status">${this.said}</p>
      ${entity.waiting.length > 0 ? this.renderWaiting() : nothing}
      ${entity.removed.length > 0 ? this.renderRemoved() : nothing}`;
  }

  private renderRow(field: BuilderField, index: number) {
    const name = ofLocale(field.label, field.id);
    return html`<div class="row ${field.isHidden ? 'hidden' : ''}" role="row" ${this.reorder.item(index)}>
      <span role="cell"
        ><button
          type="button"
          class="button ghost square grip"
          aria-label=${t('entities.field.move', { name })}
          title=${t('entities.field.move', { name })}
          @keydown=${(event: KeyboardEvent) => moveKey(event, index, (from, to) => this.move(from, to))}
        >
          <rl-icon name="grip-vertical"></rl-icon></button
      ></span>
      <span role="cell" class="name"
        ><button
          type="button"
          class="open truncate"
          title=${field.id}
          @click=${() => this.fire('rl-open', { id: field.id })}
        >
          ${name}
        </button>
        ${this.renderMarks(field)}</span
      >
      <span role="cell" class="wide truncate">${this.typeText(field)}</span>
      <span role="cell" class="wide muted"
        >${field.uses === 0 ? t('entities.field.nowhere') : t('entities.field.places', { count: field.uses })}</span
      >
      <span role="cell"
        >${moreMenu({ items: this.menuOf(field), onSelect: (id) => this.act(field, id), of: name })}</span
      >
    </div>`;
  }

  private renderMarks(field: BuilderField) {
    const tag = (text: string, tone = 'neutral') => html`<rl-tag tone=${tone}>${text}</rl-tag>`;
    return html`${this.entity.title === field.id ? tag(t('entities.field.isTitle'), 'accent') : nothing}
    ${field.required ? tag(t('entities.field.required')) : nothing}
    ${field.unique ? tag(t('entities.field.unique')) : nothing}
    ${field.brokenText ? tag(t('entities.field.broken'), 'bad') : nothing}
    ${field.isHidden ? tag(t('entities.field.hidden'), 'warn') : nothing}
    ${field.isChanged ? tag(t('entities.changed'), 'violet') : nothing}`;
  }

  private renderWaiting() {
    return html`<h2 class="group">${t('entities.field.waiting')}</h2>
      <p class="muted">${t('entities.field.waitingText')}</p>
      ${this.entity.waiting.map(({ id, label, type, brokenText }) => {
        const name = ofLocale(label, id);
        return html`<div class="line">
          <span class="grow"
            >${name} <span class="muted">${t(`fieldType.${type}`)}</span>
            <rl-tag tone="bad">${t('entities.field.broken')}</rl-tag>
            ${brokenText ? html`<div class="muted">${brokenText}</div>` : nothing}</span
          >
          <button
            type="button"
            class="button"
            aria-label=${t('entities.field.removeOf', { name })}
            @click=${() => this.ask({ op: 'removeField', id }, 'remove', name)}
          >
            ${t('entities.field.remove')}
          </button>
        </div>`;
      })}`;
  }

  private renderRemoved() {
    return html`<h2 class="group">${t('entities.field.removed')}</h2>
      <p class="muted">${t('entities.field.removedText')}</p>
      ${this.entity.removed.map((field) => {
        const name = ofLocale(field.label, field.id);
        return html`<div class="line">
          <span class="grow truncate"
            >${name} <span class="muted">${t(`fieldType.${field.type}`)}</span></span
          >
          <button
            type="button"
            class="button"
            @click=${() =>
              this.fire('rl-change', {
                operation: { op: 'restoreField', id: field.id },
                said: t('entities.field.restored', { name }),
              })}
          >
            ${t('entities.field.restore')}
          </button>
        </div>`;
      })}`;
  }

  private typeText(field: BuilderField): string {
    const type = t(`fieldType.${field.type}`);
    return field.entity ? `${type} → ${entityOf(this.meta, field.entity)?.label.one ?? field.entity}` : type;
  }

  private menuOf(field: BuilderField) {
    const isTitle = this.entity.title === field.id;
    const canName = ['text', 'email', 'phone', 'url', 'autoNumber'].includes(field.type) && !isTitle;
    return [
      ...(canName ? [{ id: 'title', label: t('entities.field.makeTitle'), icon: 'tag' }] : []),
      field.isHidden
        ? { id: 'show', label: t('entities.field.show'), icon: 'eye' }
        : { id: 'hide', label: t('entities.field.hide'), icon: 'eye-off' },
      ...(field.isChanged ? [{ id: 'reset', label: t('entities.field.reset'), icon: 'rotate-ccw' }] : []),
      ...(field.isDeclared || isTitle
        ? []
        : [
            {
              id: 'remove',
              label: t('entities.field.remove'),
              icon: 'trash-2',
              isDanger: true,
              separates: true,
            },
          ]),
    ];
  }

  private act(field: BuilderField, what: string): void {
    const { id } = field;
    const name = ofLocale(field.label, id);
    if (what === 'title') this.change({ op: 'setEntity', set: { title: id } });
    if (what === 'show') this.change({ op: 'changeField', id, set: { isHidden: null } });
    if (what === 'reset') this.change({ op: 'resetField', id });
    if (what === 'hide') this.ask({ op: 'changeField', id, set: { isHidden: true } }, 'hide', name);
    if (what === 'remove') this.ask({ op: 'removeField', id }, 'remove', name);
  }

  private ask(operation: Operation, what: 'hide' | 'remove', name: string): void {
    const heading = t(`entities.field.${what}Title`, { name });
    this.fire('rl-ask', { operation, heading, label: t(`entities.field.${what}`) });
  }

  private move(from: number, to: number): void {
    const { fields } = this.entity;
    const field = fields[from];
    if (!field || to < 0 || to >= fields.length) return;
    const others = fields.filter((one) => one !== field);
    const before = others[to]?.id ?? null;
    // Shown at once; the server says if it cannot be.
    others.splice(to, 0, field);
    this.entity = { ...this.entity, fields: others };
    this.said = t('entities.field.moved', { name: ofLocale(field.label, field.id), place: to + 1 });
    this.change({ op: 'moveField', id: field.id, before });
    void this.updateComplete.then(() => this.renderRoot.querySelectorAll<HTMLElement>('.grip')[to]?.focus());
  }

  private change(operation: Operation): void {
    this.fire('rl-change', { operation });
  }

  private fire(name: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}
