import { LitElement, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { t } from '../../data/i18n.ts';
import { ofLocale } from '../../data/local-text.ts';
import type { NavigationDraftGroup, NavigationPlace } from '../../data/navigation.ts';
import { base } from '../../styles/base.ts';
import { buttons } from '../../styles/buttons.ts';
import '../../components/rl-icon.ts';
import '../../components/rl-menu.ts';
import '../../components/rl-tag.ts';
import type { RlWordsInput } from '../designer/rl-words-input.ts';
import '../designer/rl-words-input.ts';
import { moveKey, Reorder } from '../entities/reorder.ts';
import {
  changeGroup,
  isOwnGroup,
  linesOf,
  moveLine,
  placeInto,
  removeGroup,
  togglePlace,
  type Groups,
  type Line,
} from './arrange-groups.ts';
import { listStyles } from './list-styles.ts';

/**
 * Groups and their places, moved by dragging or by Alt and an arrow key, hidden and named where they stand. Fires
 * `rl-groups` {groups}.
 */
@customElement('rl-navigation-list')
export class RlNavigationList extends LitElement {
  @property({ attribute: false }) groups: Groups = [];
  /** The group that is being named. */
  @property() naming = '';
  @state() private said = '';
  private readonly reorder = new Reorder((from, to) => this.move(from, to));

  static override styles = [base, buttons, listStyles];

  protected override render() {
    return html`<ul>
        ${linesOf(this.groups).map((line, index) => this.renderLine(line, index))}
      </ul>
      <p class="visually-hidden" role="status">${this.said}</p>`;
  }

  private renderLine(line: Line, index: number) {
    const name = nameOf(line);
    const isHidden = line.place?.isHidden ?? line.group.isHidden;
    const isDim = isHidden || line.group.isHidden;
    return html`<li
      class="${line.place ? 'place' : 'group'} ${isDim ? 'dim' : ''}"
      ${this.reorder.item(index)}
    >
      <button
        type="button"
        class="button ghost square grip"
        aria-label=${t('navigation.move', { name })}
        title=${t('navigation.move', { name })}
        @keydown=${(event: KeyboardEvent) => moveKey(event, index, (from, to) => this.move(from, to))}
      >
        <rl-icon name="grip-vertical"></rl-icon>
      </button>
      ${line.place ? this.renderPlace(line.place) : this.renderGroup(line.group)}
      ${isHidden ? html`<rl-tag>${t('navigation.hidden')}</rl-tag>` : nothing}
      <button
        type="button"
        class="button ghost square"
        aria-pressed=${isHidden}
        aria-label=${t(isHidden ? 'navigation.show' : 'navigation.hide', { name })}
        title=${t(isHidden ? 'navigation.show' : 'navigation.hide', { name })}
        @click=${() => this.toggle(line)}
      >
        <rl-icon name=${isHidden ? 'eye-off' : 'eye'}></rl-icon>
      </button>
      ${this.renderMore(line, name)}
    </li>`;
  }

  private renderPlace({ icon, label, isOwn }: NavigationPlace) {
    return html`<rl-icon name=${icon}></rl-icon
      ><span class="truncate grow">${label}</span>
      ${isOwn ? html`<rl-tag tone="accent">${t('navigation.own')}</rl-tag>` : nothing}`;
  }

  private renderGroup(group: NavigationDraftGroup) {
    const name = nameOf({ group });
    if (this.naming !== group.id)
      return html`<h2 class="truncate grow">${name}</h2>
        ${group.places.length === 0 ? html`<span class="muted small">${t('navigation.empty')}</span>` : nothing}`;
    return html`<rl-words-input
      class="grow"
      label=${t('navigation.name')}
      .value=${group.label ?? group.name}
      @rl-words=${(event: CustomEvent<{ value?: NavigationDraftGroup['label'] }>) =>
        this.emit(changeGroup(this.groups, group.id, { label: event.detail.value ?? null }))}
      @keydown=${(event: KeyboardEvent) => {
        if (event.key === 'Enter' || event.key === 'Escape') this.naming = '';
      }}
    ></rl-words-input>`;
  }

  private renderMore({ group, place }: Line, name: string) {
    const others = this.groups.filter((each) => each !== group);
    const items = place
      ? others.map((each) => ({
          id: each.id,
          label: t('navigation.into', { group: nameOf({ group: each }) }),
        }))
      : [
          { id: 'name', label: t('navigation.rename'), icon: 'pencil' },
          ...(group === this.groups[0]
            ? []
            : [{ id: 'first', label: t('navigation.first'), icon: 'arrow-up' }]),
          ...(group.label && !isOwnGroup(group)
            ? [{ id: 'original', label: t('navigation.original'), icon: 'undo-2' }]
            : []),
          ...(isOwnGroup(group) ? [{ id: 'remove', label: t('navigation.remove'), icon: 'trash-2' }] : []),
        ];
    return html`<rl-menu
      align="end"
      label=${t('navigation.more', { name })}
      .items=${items}
      @rl-select=${(event: CustomEvent<{ id: string }>) =>
        place ? this.put(place, event.detail.id) : this.act(group, event.detail.id)}
      ><button
        slot="trigger"
        type="button"
        class="button ghost square"
        aria-label=${t('navigation.more', { name })}
        title=${t('navigation.more', { name })}
      >
        <rl-icon name="ellipsis"></rl-icon></button
    ></rl-menu>`;
  }

  private act(group: NavigationDraftGroup, id: string): void {
    if (id === 'name') this.name(group.id);
    if (id === 'first')
      this.move(
        linesOf(this.groups).findIndex((line) => line.group === group),
        0,
      );
    if (id === 'original') this.emit(changeGroup(this.groups, group.id, { label: null }));
    if (id === 'remove') this.emit(removeGroup(this.groups, group.id));
  }

  /** Begins to name a group. */
  name(id: string): void {
    this.naming = id;
    void this.updateComplete.then(async () => {
      const input = this.renderRoot.querySelector<RlWordsInput>('rl-words-input');
      await input?.updateComplete;
      input?.shadowRoot?.querySelector('input')?.focus();
    });
  }

  private put(place: NavigationPlace, into: string): void {
    this.emit(placeInto(this.groups, place.key, into));
    const group = this.groups.find(({ id }) => id === into)!;
    this.said = t('navigation.moved', { name: place.label, group: nameOf({ group }) });
  }

  private toggle({ group, place }: Line): void {
    if (place) this.emit(togglePlace(this.groups, place.key));
    else this.emit(changeGroup(this.groups, group.id, { isHidden: !group.isHidden }));
  }

  private move(from: number, to: number): void {
    const line = linesOf(this.groups)[from];
    const next = moveLine(this.groups, from, to);
    if (!line || next === this.groups) return;
    this.emit(next);
    const isSame = (each: Line): boolean =>
      line.place ? each.place === line.place : !each.place && each.group.id === line.group.id;
    const at = linesOf(next).findIndex(isSame);
    const group = linesOf(next)[at]!.group;
    this.said = t('navigation.moved', { name: nameOf(line), group: nameOf({ group }) });
    void this.updateComplete.then(() => this.renderRoot.querySelectorAll<HTMLElement>('.grip')[at]?.focus());
  }

  private emit(groups: Groups): void {
    this.groups = groups;
    this.dispatchEvent(new CustomEvent('rl-groups', { detail: { groups } }));
  }
}

const nameOf = ({ group, place }: Line): string =>
  place?.label ?? (ofLocale(group.label ?? undefined) || group.name || t('navigation.unnamed'));
