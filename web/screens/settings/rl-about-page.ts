import { consume } from '@lit/context';
import { LitElement, html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { metaContext } from '../../context/meta.ts';
import { formatNumber, t } from '../../data/i18n.ts';
import type { Meta } from '../../data/meta.ts';
import { base } from '../../styles/base.ts';
import { buttons } from '../../styles/buttons.ts';
import { settingsStyles } from './settings-styles.ts';

/** The company, and what this installation is made of. */
@customElement('rl-about-page')
export class RlAboutPage extends LitElement {
  @consume({ context: metaContext, subscribe: true }) meta!: Meta;

  static override styles = [base, buttons, settingsStyles];

  protected override render() {
    const { company, entities, tasks, actor } = this.meta;
    const plugins = [...new Set(entities.map((entity) => entity.plugin))].join(', ');
    return html`<dl>
        <dt>${t('about.company')}</dt>
        <dd>${company.name}</dd>
        <dt>${t('about.timeZone')}</dt>
        <dd>${company.timeZone}</dd>
        <dt>${t('about.currency')}</dt>
        <dd>${company.currency}</dd>
        <dt>${t('about.you')}</dt>
        <dd>${actor.name}${actor.email ? ` · ${actor.email}` : ''}</dd>
        <dt>${t('about.plugins')}</dt>
        <dd>${plugins}</dd>
        <dt>${t('about.size')}</dt>
        <dd>
          ${t('about.sizeText', { entities: formatNumber(entities.length), tasks: formatNumber(tasks.length) })}
        </dd>
      </dl>
      <h2>${t('about.keys')}</h2>
      <dl>
        ${['palette', 'move', 'select', 'open', 'lane', 'save'].map(
          (key) =>
            html`<dt>${t(`keys.${key}.key`)}</dt>
              <dd>${t(`keys.${key}.text`)}</dd>`,
        )}
      </dl>
      <h2>${t('about.api')}</h2>
      <p><a class="button link" href="/docs" target="_blank">${t('about.apiLink')}</a></p>`;
  }
}
