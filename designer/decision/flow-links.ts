import { html } from 'lit';
import { t } from '../../web/data/i18n.ts';

/** The flows that ask a decision, as links. */
export const flowLinks = (flows: readonly { key: string; name: string }[]) =>
  flows.length === 0
    ? html`<span class="muted">${t('designer.decisions.unused')}</span>`
    : flows.map(
        ({ key, name }, index) =>
          html`${index > 0 ? ', ' : ''}<a href=${`/flows/${encodeURIComponent(key)}`}>${name || key}</a>`,
      );
