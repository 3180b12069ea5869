import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import {
  api,
  askPerson,
  base,
  formatMoney,
  formatNumber,
  showProblem,
  t,
  type MetaEntity,
  type Money,
  type RecordItem,
  type Reference,
} from '../../../../web/index.ts';
import { nextSteps, titleOf, type NextStep } from './next-steps.ts';
import { saveState } from './save-state.ts';
import './texts.ts';

const icons = { done: 'circle-check', open: 'circle', waits: 'clock' };

/** What a campaign still needs, one under the other, and what starts it. Fires `rl-saved` with the record as it is then. */
@customElement('campaigns-next')
export class CampaignsNext extends LitElement {
  @property({ attribute: false }) entity!: MetaEntity;
  @property({ attribute: false }) record!: RecordItem;
  @state() private isBusy = false;

  static override styles = [
    base,
    css`
      :host {
        display: block;
        margin: 8px 0 24px;
      }
      h3 {
        margin: 0 0 8px;
        font-size: var(--rl-size);
        font-weight: 600;
      }
      ol {
        display: grid;
        gap: 4px;
        margin: 0 0 12px;
        padding: 0;
        list-style: none;
      }
      li {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 4px 8px;
        min-height: var(--rl-control);
      }
      rl-icon {
        color: var(--rl-muted);
      }
      .done rl-icon {
        color: var(--rl-good-text);
      }
      .waits rl-icon {
        color: var(--rl-warn-text);
      }
      .done span {
        color: var(--rl-muted);
      }
    `,
  ];

  protected override render() {
    const next = nextSteps(this.record);
    if (!next) return nothing;
    const isRunning = this.record['state'] === 'running';
    return html`<h3>${t(isRunning ? 'next.lacks' : 'next.title')}</h3>
      <ol>
        ${next.steps.map((step) => this.renderStep(step))}
      </ol>
      ${
        this.entity.can.update && !isRunning
          ? html`<rl-button
              variant=${next.isReady ? 'primary' : 'default'}
              icon="play"
              ?disabled=${!next.isReady}
              ?loading=${this.isBusy}
              @click=${this.start}
              >${t('next.start')}</rl-button
            >`
          : nothing
      }`;
  }

  private renderStep({ id, state: how }: NextStep) {
    return html`<li class=${how}>
      <rl-icon name=${icons[how]} label=${t(`next.${how}`)}></rl-icon>
      <span>${this.sayOf(id, how)}</span>
      ${
        id === 'budget' && how === 'open' && this.entity.can.update
          ? html`<rl-button ?loading=${this.isBusy} @click=${() => this.move('waiting')}
              >${t('next.ask')}</rl-button
            >`
          : nothing
      }
    </li>`;
  }

  private sayOf(id: NextStep['id'], how: NextStep['state']): string {
    const { record } = this;
    if (id === 'budget') {
      const budget = record['budget'] as Money | null; // The field is money.
      return budget ? t(`next.budget.${how}`, { amount: formatMoney(budget) }) : t('next.budget.none');
    }
    if (record['journey'] && how === 'done') return t(`next.${id}.journey`);
    const name = titleOf(record, id === 'audience' ? 'audience' : 'template');
    return t(`next.${id}.${how}`, { name });
  }

  private readonly start = async (): Promise<void> => {
    const audience = this.record['audience'] as Reference | null; // A relation is read so.
    try {
      const isSure = await askPerson({
        heading: t('next.start.heading', { name: String(this.record['name']) }),
        text: this.record['journey']
          ? t('next.start.journey')
          : t('next.start.text', { count: formatNumber(await membersOf(audience)) }),
        label: t('next.start'),
      });
      if (isSure) await this.move('running');
    } catch (error) {
      showProblem(error);
    }
  };

  private async move(to: 'waiting' | 'running'): Promise<void> {
    this.isBusy = true;
    this.record = await saveState(this, this.entity.id, this.record, to);
    this.isBusy = false;
  }
}

async function membersOf(audience: Reference | null): Promise<number> {
  if (!audience) return 0;
  const { members } = await api.get<{ members: number }>(`/api/records/segment/${audience.id}`);
  return members;
}
