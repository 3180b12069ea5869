import { consume } from '@lit/context';
import { LitElement, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import {
  base,
  flowNames,
  formatNumber,
  loadDiagram,
  loadVersionXml,
  may,
  metaContext,
  t,
  whoStandsWhere,
  type Meta,
  type MetaEntity,
  type RecordItem,
} from '../../../web/index.ts';
import { saveValues } from './parts/save-values.ts';
import { journeyStyles, resultStyles } from './parts/result-styles.ts';
import { withShare } from './parts/figure-texts.ts';
import { campaignResults } from './parts/results-data.ts';
import type { CampaignResults, Outcome } from '../models/campaign-results.ts';
import { deliveredOf } from '../models/delivered.ts';
import './parts/texts.ts';

/** Whom a journey is about. */
const member = 'contact';

interface Shown {
  xml: string;
  standing: Map<string, number>;
  results: CampaignResults;
}

/** The flow that a campaign runs as: who stands where, and what each of its mails brought, on its diagram. */
@customElement('campaigns-journey')
export class CampaignsJourney extends LitElement {
  @consume({ context: metaContext, subscribe: true }) meta!: Meta;
  @property({ attribute: false }) entity!: MetaEntity;
  @property({ attribute: false }) record!: RecordItem;
  @state() private flows: { value: string; label: string }[] = [];
  @state() private shown: Shown | undefined;
  @state() private error: unknown;
  /** Known once the diagram is drawn. */
  @state() private nameOf: ((element: string) => string) | undefined;

  static override styles = [base, resultStyles, journeyStyles];

  private get journey(): string {
    return String(this.record['journey'] ?? '');
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('record');
    if (changed.has('record') && (before?.id !== this.record.id || before.version !== this.record.version))
      void this.load();
  }

  protected override render() {
    return html`<div class="tools">
        <rl-select
          label=${t('campaign.journey')}
          placeholder=${t('campaign.noJourney')}
          .options=${[{ value: '', label: t('campaign.noJourney') }, ...this.flows]}
          .value=${this.journey}
          ?disabled=${!this.entity.can.update}
          @change=${(event: CustomEvent<{ value: string }>) => this.choose(event.detail.value)}
        ></rl-select>
        ${
          this.journey
            ? html`<a class="more" href="/flows/${encodeURIComponent(this.journey)}"
                  >${t('campaign.openFlow')}</a
                >
                <a class="more" href="/flows/${encodeURIComponent(this.journey)}?view=monitor"
                  >${t('campaign.openMonitor')}</a
                >`
            : nothing
        }
      </div>
      ${this.renderWay()}`;
  }

  private renderWay() {
    if (this.error)
      return html`<rl-problem .error=${this.error} @rl-retry=${() => this.load()}></rl-problem>`;
    if (!this.journey)
      return html`<rl-empty
        icon="workflow"
        heading=${t('campaign.noJourney')}
        text=${t('campaign.noJourney.text')}
        >${
          may(this.meta, 'flows.deploy') && this.entity.can.update
            ? html`<a class="more" href="/flows?new=${member}">${t('campaign.drawJourney')}</a>`
            : nothing
        }</rl-empty
      >`;
    const { shown } = this;
    if (!shown) return html`<rl-skeleton rows="5"></rl-skeleton>`;
    return html`<div class="stage">
        <rl-diagram
          .xml=${shown.xml}
          label=${t('campaign.journey')}
          .badges=${this.badges(shown)}
          @rl-opened=${(event: CustomEvent<{ name(element: string): string }>) =>
            (this.nameOf = (element) => event.detail.name(element))}
        ></rl-diagram>
      </div>
      ${this.renderSteps(shown)}`;
  }

  private renderSteps(shown: Shown) {
    const mails = this.mailsOf(shown);
    const elements = [...new Set([...mails.keys(), ...shown.standing.keys()])];
    if (elements.length === 0) return html`<p class="muted">${t('campaign.nobody')}</p>`;
    const { nameOf } = this;
    if (!nameOf) return html`<rl-skeleton rows=${elements.length}></rl-skeleton>`;
    return html`<div class="wide">
      <table>
        <tr>
          ${['step', 'standing', 'sent', 'opened', 'clicked'].map((name) => html`<th>${t(`campaign.${name}`)}</th>`)}
        </tr>
        ${elements.map((element) => {
          const mail = mails.get(element);
          return html`<tr>
            <td>${nameOf(element)}</td>
            <td>${formatNumber(shown.standing.get(element) ?? 0)}</td>
            <td>${mail ? formatNumber(mail.sent) : '–'}</td>
            <td>${mail ? withShare(mail.opened, deliveredOf(mail)) : '–'}</td>
            <td>${mail ? withShare(mail.clicked, deliveredOf(mail)) : '–'}</td>
          </tr>`;
        })}
      </table>
    </div>`;
  }

  private mailsOf({ results }: Shown): Map<string, Outcome> {
    const own = `${this.journey} `;
    return new Map(
      results.steps
        .filter(({ key }) => key.startsWith(own))
        .map((step) => [step.key.slice(own.length), step]),
    );
  }

  /** What was sent stands where it was sent from; elsewhere, who waits. */
  private badges(shown: Shown) {
    const mails = this.mailsOf(shown);
    return [
      ...[...mails].map(([element, { sent, clicked }]) => ({
        element,
        text: `${formatNumber(sent)} → ${formatNumber(clicked)}`,
        title: t('campaign.badge', { sent: formatNumber(sent), clicked: formatNumber(clicked) }),
      })),
      ...[...shown.standing]
        .filter(([element]) => !mails.has(element))
        .map(([element, count]) => ({ element, text: formatNumber(count), title: t('campaign.standing') })),
    ];
  }

  private async load(): Promise<void> {
    const { journey, record } = this;
    this.error = undefined;
    try {
      const [names, shown] = await Promise.all([
        flowNames(member),
        journey ? loadShown(journey, record.id) : undefined,
      ]);
      if (record.id !== this.record.id || journey !== this.journey) return;
      // One that was chosen stays to be seen, whatever it is about.
      if (journey && !names.has(journey)) names.set(journey, journey);
      this.flows = [...names].map(([value, label]) => ({ value, label }));
      this.shown = shown;
    } catch (error) {
      this.error = error;
    }
  }

  private async choose(journey: string): Promise<void> {
    this.record = await saveValues(this, this.entity.id, this.record, { journey: journey || null });
  }
}

async function loadShown(journey: string, id: string): Promise<Shown> {
  const [xml, results, standing] = await Promise.all([
    loadVersionXml(journey, 'latest'),
    campaignResults(id),
    whoStandsWhere(journey),
    loadDiagram(),
  ]);
  return { xml, results, standing };
}
