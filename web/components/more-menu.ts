import { html, nothing, type TemplateResult } from 'lit';
import { t } from '../data/i18n.ts';
import './rl-icon.ts';
import './rl-menu.ts';
import type { MenuItem } from './rl-menu.ts';

interface MoreMenu {
  items: readonly MenuItem[];
  onSelect(id: string): void;
  /** Of what, where several stand on a page. */
  of?: string;
  slot?: string;
}

/** What else can be done, behind three dots. Whoever shows it has the styles `buttons`. */
export function moreMenu({ items, onSelect, of, slot }: MoreMenu): TemplateResult {
  const label = of === undefined ? t('action.more') : `${t('action.more')}: ${of}`;
  return html`<rl-menu
    slot=${slot ?? nothing}
    align="end"
    label=${label}
    .items=${items}
    @rl-select=${(event: CustomEvent<{ id: string }>) => onSelect(event.detail.id)}
  >
    <button
      slot="trigger"
      type="button"
      class="button ghost square"
      aria-haspopup="menu"
      aria-label=${label}
      title=${label}
    >
      <rl-icon name="ellipsis"></rl-icon>
    </button>
  </rl-menu>`;
}
