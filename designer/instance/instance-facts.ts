import { html, nothing, type TemplateResult } from 'lit';
import { t } from '../../web/data/i18n.ts';
import { recordPath } from '../../web/shell/router.ts';
import type { Instance } from '../data/instances.ts';

/** What an instance is about, where it stands, since when, in which version; `nameOf` answers the name of an element. */
export function instanceFacts(instance: Instance, nameOf: (element: string) => string): TemplateResult {
  const { subject, startedAt, endedAt } = instance;
  const at = instance.tokens.map((token) => token.name || nameOf(token.element) || token.element);
  const stuck = instance.tokens.flatMap((token) => (token.stuck ? [token.stuck] : []));
  const fact = (key: string, value: unknown) =>
    html`<dt>${t(`designer.fact.${key}`)}</dt>
      <dd>${value}</dd>`;
  const about = (of: NonNullable<Instance['subject']>) =>
    of.title
      ? html`<a class="subject" href=${recordPath(of.entity, of.id)}>${of.title}</a>`
      : t('designer.fact.goneSubject');
  return html`<dl class="facts">
    ${subject ? fact('about', about(subject)) : nothing}
    ${at.length > 0 ? fact('at', [...new Set(at)].join(', ')) : nothing}
    ${stuck.length > 0 ? fact('stuck', html`<span class="stuck">${[...new Set(stuck)].join(' ')}</span>`) : nothing}
    ${startedAt ? fact('started', html`<rl-time value=${startedAt}></rl-time>`) : nothing}
    ${endedAt ? fact('ended', html`<rl-time value=${endedAt}></rl-time>`) : nothing}
    ${fact('version', t('designer.version', { version: instance.version }))}
  </dl>`;
}
