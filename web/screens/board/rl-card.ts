import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { fieldValue } from '../../components/field-value.ts';
import { titleOf } from '../../data/choices.ts';
import { t } from '../../data/i18n.ts';
import { shownType, type MetaEntity, type MetaField } from '../../data/meta.ts';
import type { RecordItem } from '../../data/records.ts';
import { isEmptyValue, isReference, textOfValue } from '../../data/values.ts';
import { recordPath } from '../../shell/router.ts';
import { base } from '../../styles/base.ts';
import { values } from '../../styles/values.ts';

const right = new Set(['date', 'dateTime', 'select', 'boolean']);

/** A record as a card: title and money above, below what it belongs to, when, and whose. Fires `rl-menu`. */
@customElement('rl-card')
export class RlCard extends LitElement {
  @property({ attribute: false }) entity!: MetaEntity;
  @property({ attribute: false }) record!: RecordItem;
  @property({ attribute: false }) fields: MetaField[] = [];

  static override shadowRootOptions = { ...LitElement.shadowRootOptions, delegatesFocus: true };
  static override styles = [
    base,
    values,
    css`
      :host {
        display: block;
        border-radius: var(--rl-radius-card);
        cursor: default;
      }
      a.card {
        display: block;
        padding: 9px 12px;
        border: 1px solid var(--rl-line);
        border-radius: var(--rl-radius-card);
        background: var(--rl-surface);
        box-shadow: var(--rl-shadow-card);
        -webkit-user-drag: none;
        transition: border-color var(--rl-motion);
      }
      a.card:hover {
        border-color: var(--rl-line-strong);
      }
      :host([dragging]) a.card {
        opacity: 0.4;
      }
      .line {
        display: flex;
        align-items: center;
        gap: 8px;
        min-width: 0;
      }
      .line + .line {
        margin-top: 4px;
        min-height: 20px;
        color: var(--rl-muted);
        font-size: var(--rl-size-small);
      }
      .title {
        flex: 1;
        font-weight: 500;
      }
      .money {
        font-weight: 500;
      }
      .facts {
        flex-wrap: wrap;
        row-gap: 2px;
      }
      /* Room for a number or a name, or else a line of its own. */
      .about {
        flex: 1 1 72px;
      }
      .about:empty {
        flex-basis: 0;
      }
      rl-tag {
        flex: none;
      }
    `,
  ];

  protected override render() {
    const shown = this.fields.filter(
      (field) =>
        field.id !== this.entity.title &&
        !isEmptyValue(this.record[field.id]) &&
        !isUnseen(this.record[field.id]),
    );
    const money = shown.find((field) => shownType(field) === 'money');
    const person = shown.find((field) => field.type === 'user');
    const ends = shown.filter((field) => right.has(shownType(field)));
    const about = shown.filter((field) => field !== money && field !== person && !ends.includes(field));
    const title = titleOf(this.entity.title, this.record);
    return html`<a
      class="card"
      href=${recordPath(this.entity.id, this.record.id)}
      draggable="false"
      aria-keyshortcuts="M"
      aria-label=${t('board.card', { title })}
    >
      <span class="line">
        <span class="title truncate" title=${title}>${title}</span>
        ${money ? html`<span class="money">${fieldValue(money, this.record[money.id])}</span>` : nothing}
      </span>
      <span class="line facts">
        <span class="about truncate"
          >${about.map((field) => aboutText(field, this.record[field.id])).join(' · ')}</span
        >
        ${ends.map((field) =>
          shownType(field) === 'date'
            ? html`<rl-time value=${String(this.record[field.id])} title=${field.label}></rl-time>`
            : fieldValue(field, this.record[field.id]),
        )}
        ${person ? fieldValue(person, this.record[person.id], { isShort: true }) : nothing}
      </span>
    </a>`;
  }
}

/** A bare number says nothing without its name. */
const bare = new Set(['integer', 'decimal', 'duration']);
const aboutText = (field: MetaField, value: unknown): string =>
  bare.has(shownType(field))
    ? t('board.named', { name: field.label, value: textOfValue(field, value) })
    : textOfValue(field, value);

/** A record of which this reader is told nothing takes no room on a card. */
const isUnseen = (value: unknown): boolean => isReference(value) && value.title === null;
