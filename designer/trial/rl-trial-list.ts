import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { formatNumber, t } from '../../web/data/i18n.ts';
import { base } from '../../web/styles/base.ts';
import { buttons } from '../../web/styles/buttons.ts';
import '../../web/components/rl-icon.ts';
import '../../web/components/rl-tag.ts';
import type { DiagramNames } from '../canvas/rl-diagram.ts';
import { isOther, type Simulated, type Trial } from '../data/trials.ts';
import { durationWords } from '../monitor/duration-words.ts';
import { outcomeGroups, toneOfState } from './outcome-groups.ts';
import './texts.ts';

/** How many end where, beside the version that runs, then every record with its outcome. Fires `rl-pick` with `detail: {trial}`. */
@customElement('rl-trial-list')
export class RlTrialList extends LitElement {
  @property({ attribute: false }) result!: Simulated;
  @property({ attribute: false }) names!: DiagramNames;

  static override styles = [
    base,
    buttons,
    css`
      table {
        width: 100%;
        border-collapse: collapse;
      }
      th {
        padding: 6px 8px;
        color: var(--rl-muted);
        font-weight: 400;
        font-size: var(--rl-size-small);
        text-align: left;
        white-space: nowrap;
      }
      td {
        padding: 6px 8px;
        border-top: 1px solid var(--rl-line);
        vertical-align: top;
      }
      :is(th, td):first-child {
        padding-left: 16px;
      }
      :is(th, td):last-child {
        padding-right: 16px;
      }
      .number {
        text-align: right;
        font-variant-numeric: tabular-nums;
        white-space: nowrap;
      }
      h3 {
        padding: 16px 16px 4px;
        font-size: 13px;
      }
      tbody tr.record {
        cursor: pointer;
      }
      tr.record:hover {
        background: var(--rl-hover);
      }
      .name {
        padding: 0;
        border: 0;
        background: none;
        color: inherit;
        font: inherit;
        font-weight: 500;
        text-align: left;
        cursor: pointer;
        overflow-wrap: anywhere;
      }
      .muted {
        color: var(--rl-muted);
      }
      .why {
        display: block;
        color: var(--rl-muted);
        font-size: var(--rl-size-small);
      }
    `,
  ];

  protected override render() {
    const { result } = this;
    const version = result.running?.version;
    const hasTime = result.trials.some((trial) => trial.lasted > 0);
    return html`<h3>${this.heading()}</h3>
      <table>
        <thead>
          <tr>
            <th scope="col">${t('trial.outcome')}</th>
            <th scope="col" class="number">${t('trial.drawn')}</th>
            ${version ? html`<th scope="col" class="number">${t('trial.running', { version })}</th>` : nothing}
          </tr>
        </thead>
        <tbody>
          ${outcomeGroups(result).map(
            ({ state, at, count, running }) =>
              html`<tr>
                <td>
                  <rl-tag tone=${toneOfState(state)}>${t(`trial.state.${state}`)}</rl-tag>
                  ${this.names.name(at)}
                </td>
                <td class="number">${formatNumber(count)}</td>
                ${running === null ? nothing : html`<td class="number muted">${formatNumber(running)}</td>`}
              </tr>`,
          )}
        </tbody>
      </table>
      <table>
        <thead>
          <tr>
            <th scope="col">${t('trial.record')}</th>
            <th scope="col">${t('trial.what')}</th>
            ${hasTime ? html`<th scope="col" class="number">${t('trial.lasted')}</th>` : nothing}
          </tr>
        </thead>
        <tbody>
          ${result.trials.map((trial) => this.renderRecord(trial, hasTime))}
        </tbody>
      </table>`;
  }

  private heading(): string {
    const { trials, found, isMore } = this.result;
    if (this.result.entity === null) return t('trial.nothing-saved');
    const all = isMore ? `${formatNumber(found)}+` : formatNumber(found);
    return found > trials.length || isMore
      ? t('trial.some', { count: trials.length, all })
      : t('trial.all', { count: trials.length });
  }

  private renderRecord(trial: Trial, hasTime: boolean) {
    const changes = trial.changes.length;
    const facts = [
      ...(changes > 0 ? [t('trial.changes', { count: changes })] : []),
      ...(trial.workItems.length > 0 ? [t('trial.work', { count: trial.workItems.length })] : []),
      ...(trial.calls.length > 0 ? [t('trial.calls', { count: trial.calls.length })] : []),
    ];
    const pick = (): void => void this.dispatchEvent(new CustomEvent('rl-pick', { detail: { trial } }));
    return html`<tr class="record" @click=${pick}>
      <td>
        <button type="button" class="name">${trial.record?.title ?? t('trial.one')}</button>
        ${isOther(trial) ? html`<span class="why">${t('trial.other')}</span>` : nothing}
      </td>
      <td>
        ${trial.state === 'completed' ? (facts.length > 0 ? facts.join(' · ') : t('trial.nothing')) : trial.why}
        ${trial.state !== 'completed' && facts.length > 0 ? html`<span class="why">${facts.join(' · ')}</span>` : nothing}
      </td>
      ${
        hasTime
          ? html`<td class="number muted">${trial.lasted > 0 ? durationWords(trial.lasted) : ''}</td>`
          : nothing
      }
    </tr>`;
  }
}
