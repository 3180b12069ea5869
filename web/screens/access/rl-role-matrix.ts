import { consume } from '@lit/context';
import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { metaContext } from '../../context/meta.ts';
import { entityNames } from '../../data/entity-choices.ts';
import { t } from '../../data/i18n.ts';
import type { Meta, MetaEntity } from '../../data/meta.ts';
import {
  matrixActions,
  type EntityGrant,
  type MatrixAction,
  type RoleDraft,
  type RoleItem,
} from '../../data/roles.ts';
import { ruleToTree, unfinished } from '../../data/rule.ts';
import { base } from '../../styles/base.ts';
import { buttons } from '../../styles/buttons.ts';
import '../../components/rl-icon.ts';
import '../../components/rl-tag.ts';
import { cellState, grantsThatCount, toggled, type CellState } from './matrix.ts';
import { matrixStyles } from './matrix-styles.ts';
import './rl-entity-grants.ts';
import { ruleWords } from './rule-words.ts';

const icons: Record<CellState, string> = { no: 'minus', some: 'circle-dot', all: 'check' };

/**
 * Entities by actions; a row opens to its rules and fields. Arrow keys walk the cells, Space changes one. Fires
 * `rl-grants` with `detail: {grants}`, `rl-reset` with `detail: {entity}`.
 */
@customElement('rl-role-matrix')
export class RlRoleMatrix extends LitElement {
  @consume({ context: metaContext, subscribe: true }) meta!: Meta;
  @property({ attribute: false }) edited!: RoleItem;
  @property({ attribute: false }) draft!: RoleDraft;
  @property({ attribute: false }) masks: Readonly<Record<string, string>> = {};
  @property({ type: Boolean }) fixed = false;
  @state() private open = '';
  @state() private focused = { row: 0, column: 0 };

  static override styles = [base, buttons, matrixStyles];

  protected override render() {
    const everything = this.draft.grants.filter(({ entity }) => entity === '*');
    return html`<div class="scroll">
      <table @keydown=${this.onKey}>
        <thead>
          <tr>
            <th scope="col">${t('access.entity')}</th>
            ${matrixActions.map((action) => html`<th scope="col" class="cell">${t(`access.action.${action}`)}</th>`)}
            <th scope="col" class="records">${t('access.records')}</th>
          </tr>
        </thead>
        <tbody>
          ${everything.length > 0 ? this.renderEverything(everything) : nothing}
          ${this.goneEntities().map((entity) => this.renderGone(entity))}
          ${this.entities().map((entity, row) => this.renderEntity(entity, row))}
        </tbody>
      </table>
    </div>`;
  }

  private renderEverything(grants: EntityGrant[]): TemplateResult {
    return html`<tr>
      <th scope="row">${t('access.everyEntity')}</th>
      ${matrixActions.map(
        (action) =>
          html`<td class="cell">
            <rl-icon
              name=${icons[cellState(grants, action)]}
              label=${t(`access.cell.${cellState(grants, action)}`)}
            ></rl-icon>
          </td>`,
      )}
      <td class="records"></td>
    </tr>`;
  }

  /** What the role grants on what is not there any more. */
  private goneEntities(): string[] {
    const named = this.edited.broken.flatMap(({ grant, code }) =>
      code === 'entity-unknown' ? (this.edited.grants[grant]?.entity ?? []) : [],
    );
    return [...new Set(named)].filter((gone) => this.draft.grants.some(({ entity }) => entity === gone));
  }

  private renderGone(gone: string): TemplateResult {
    const grants = this.draft.grants.filter(({ entity }) => entity !== gone);
    return html`<tr>
      <th scope="row"><span class="name truncate">${gone}</span></th>
      <td class="records" colspan=${matrixActions.length + 1}>
        <rl-tag tone="bad">${t('access.broken')}</rl-tag> ${t('access.entityGone')}
        ${
          this.fixed
            ? nothing
            : html`<button
                type="button"
                class="button ghost"
                @click=${() => this.dispatchEvent(new CustomEvent('rl-grants', { detail: { grants } }))}
              >
                ${t('action.remove')}
              </button>`
        }
      </td>
    </tr>`;
  }

  /** Each by a name that no other row has. */
  private entities(): MetaEntity[] {
    const names = entityNames(this.meta, 'many');
    return this.meta.entities.map((entity) => ({
      ...entity,
      label: { ...entity.label, many: names.get(entity.id) ?? entity.id },
    }));
  }

  private renderEntity(entity: MetaEntity, row: number): TemplateResult {
    const grants = grantsThatCount(this.draft.grants, entity.id);
    const isOpen = this.open === entity.id;
    return html`<tr class=${isOpen ? 'open' : ''}>
        <th scope="row">
          <button
            type="button"
            class="name"
            aria-expanded=${isOpen}
            @click=${() => (this.open = isOpen ? '' : entity.id)}
          >
            <rl-icon name=${isOpen ? 'chevron-down' : 'chevron-right'}></rl-icon>
            <span class="truncate">${entity.label.many}</span>
          </button>
        </th>
        ${matrixActions.map((action, column) => this.renderCell({ entity, grants, action, row, column }))}
        <td class="records">
          <span class="words" title=${this.words(entity, grants)}>${this.words(entity, grants)}</span>
          ${this.renderTags(entity, grants)}
        </td>
      </tr>
      ${isOpen ? this.renderOpen(entity) : nothing}`;
  }

  private renderCell(input: {
    entity: MetaEntity;
    grants: EntityGrant[];
    action: MatrixAction;
    row: number;
    column: number;
  }): TemplateResult {
    const { entity, grants, action, row, column } = input;
    const cell = cellState(grants, action);
    const label = `${entity.label.many}: ${t(`access.action.${action}`)}`;
    const isFocused = this.focused.row === row && this.focused.column === column;
    return html`<td class="cell">
      <button
        type="button"
        class="box ${cell}"
        role="checkbox"
        data-cell="${row}:${column}"
        tabindex=${isFocused ? 0 : -1}
        aria-checked=${cell === 'some' ? 'mixed' : cell === 'all'}
        aria-label=${label}
        title=${`${label}: ${t(`access.cell.${cell}`)}`}
        ?disabled=${this.fixed}
        @focus=${() => (this.focused = { row, column })}
        @click=${() => this.toggle(entity.id, action)}
      >
        <rl-icon name=${icons[cell]}></rl-icon>
      </button>
    </td>`;
  }

  private renderTags(entity: MetaEntity, grants: EntityGrant[]) {
    const restricted = new Set(grants.flatMap(({ fields }) => Object.keys(fields ?? {}))).size;
    const isBroken = this.edited.broken.some(({ grant }) => this.edited.grants[grant]?.entity === entity.id);
    return html`${isBroken ? html`<rl-tag tone="bad">${t('access.broken')}</rl-tag>` : nothing}
    ${restricted > 0 ? html`<rl-tag tone="violet">${t('access.restricted', { count: restricted })}</rl-tag>` : nothing}
    ${
      this.edited.changed.includes(entity.id)
        ? html`<rl-tag tone="accent">${t('access.changed')}</rl-tag>
            <button
              type="button"
              class="button ghost"
              @click=${() => this.dispatchEvent(new CustomEvent('rl-reset', { detail: { entity: entity.id } }))}
            >
              ${t('access.reset')}
            </button>`
        : nothing
    }`;
  }

  private renderOpen(entity: MetaEntity): TemplateResult {
    return html`<tr>
      <td class="details" colspan=${matrixActions.length + 2}>
        <rl-entity-grants
          .edited=${{ ...this.draft, id: this.edited.id }}
          entity=${entity.id}
          label=${entity.label.many}
          .masks=${this.masks}
        ></rl-entity-grants>
      </td>
    </tr>`;
  }

  private words(entity: MetaEntity, grants: EntityGrant[]): string {
    const reading = grants.filter(({ actions }) => actions.includes('read'));
    if (reading.length === 0) return grants.length === 0 ? t('access.nothing') : t('access.notRead');
    if (reading.some(({ where }) => where === undefined)) return t('access.allRecords');
    if (reading.some(({ where }) => where === unfinished)) return t('rule.unfinished');
    const context = { meta: this.meta, entity: entity.id };
    return reading.map(({ where }) => ruleWords(ruleToTree(where), context)).join(t('rule.or'));
  }

  private toggle(entity: string, action: MatrixAction): void {
    const grants = toggled(this.draft.grants, entity, action);
    if (!grants) {
      // Several grants decide: which of them is meant only the person knows.
      this.open = entity;
      return;
    }
    this.dispatchEvent(new CustomEvent('rl-grants', { detail: { grants }, bubbles: true, composed: true }));
  }

  private onKey(event: KeyboardEvent): void {
    const steps: Record<string, [number, number]> = {
      ArrowRight: [0, 1],
      ArrowLeft: [0, -1],
      ArrowDown: [1, 0],
      ArrowUp: [-1, 0],
    };
    const step = steps[event.key];
    // What hears the key is an element; only a cell's button moves on.
    const target = event.composedPath()[0] as HTMLElement;
    if (!step || !target.dataset['cell']) return;
    event.preventDefault();
    const row = this.focused.row + step[0];
    const column = this.focused.column + step[1];
    this.renderRoot.querySelector<HTMLElement>(`[data-cell="${row}:${column}"]`)?.focus();
  }
}
