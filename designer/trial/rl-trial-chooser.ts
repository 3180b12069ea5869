import { LitElement, html, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { findRecords, type Choice } from '../../web/data/choices.ts';
import { chipsToFilter, filterContext, type Chip } from '../../web/data/filter.ts';
import { t } from '../../web/data/i18n.ts';
import { entityOf, type Meta, type MetaEntity } from '../../web/data/meta.ts';
import { base } from '../../web/styles/base.ts';
import { buttons } from '../../web/styles/buttons.ts';
import { segmented } from '../../web/styles/segmented.ts';
import '../../web/components/rl-button.ts';
import '../../web/components/rl-filter-bar.ts';
import '../../web/components/rl-icon.ts';
import '../../web/components/rl-picker.ts';
import type { TrialQuestion } from '../data/trials.ts';
import { askedOf, type AskedOf } from './question-of.ts';
import { trialStyles } from './trial-styles.ts';
import './texts.ts';

type Way = 'past' | 'filter' | 'pick';
const most = 200;

/** Which records a flow is tried on. Fires `rl-try` with `detail`: the question without its diagram. */
@customElement('rl-trial-chooser')
export class RlTrialChooser extends LitElement {
  @property() xml = '';
  @property({ attribute: false }) meta!: Meta;
  @property({ type: Boolean }) busy = false;
  /** It has been tried before. */
  @property({ type: Boolean }) again = false;
  @state() private way: Way = 'filter';
  @state() private chosen: Choice[] = [];
  @state() private chips: Chip[] = [];
  private search = '';
  private asked: AskedOf = { entity: null, hasRecordStart: false };

  static override styles = [base, buttons, segmented, trialStyles];

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('xml')) return;
    const before = this.asked.entity;
    this.asked = askedOf(this.xml);
    if (before === this.asked.entity) return;
    this.way = this.asked.hasRecordStart ? 'past' : 'filter';
    this.chosen = [];
    this.chips = [];
  }

  protected override render() {
    const entity = this.entity();
    return html`<div class="choose">
      ${entity ? this.renderWays(entity) : html`<span class="muted grow">${t('trial.no-records')}</span>`}
      <rl-button
        variant="primary"
        icon="play"
        ?loading=${this.busy}
        ?disabled=${entity !== undefined && this.way === 'pick' && this.chosen.length === 0}
        @click=${this.ask}
        >${t(this.again ? 'trial.again' : 'trial.run')}</rl-button
      >
    </div>`;
  }

  private renderWays(entity: MetaEntity) {
    const ways: Way[] = this.asked.hasRecordStart ? ['past', 'filter', 'pick'] : ['filter', 'pick'];
    return html`<div class="segmented" role="group" aria-label=${t('trial.which')}>
        ${ways.map(
          (way) =>
            html`<button type="button" aria-pressed=${way === this.way} @click=${() => (this.way = way)}>
              ${t(`trial.way.${way}`)}
            </button>`,
        )}
      </div>
      <div class="grow">${this.renderWay(entity)}</div>`;
  }

  private renderWay(entity: MetaEntity) {
    if (this.way === 'past')
      return html`<span class="muted">${t('trial.past', { what: entity.label.many })}</span>`;
    if (this.way === 'filter')
      return html`<rl-filter-bar
        .entity=${entity}
        .chips=${this.chips}
        .search=${this.search}
        @rl-filter=${(event: CustomEvent<{ chips: Chip[] }>) => (this.chips = event.detail.chips)}
        @rl-search=${(event: CustomEvent<{ search: string }>) => (this.search = event.detail.search)}
      ></rl-filter-bar>`;
    return html`<div class="chosen">
      <rl-picker
        label=${t('trial.pick', { what: entity.label.one })}
        placeholder=${t('trial.pick', { what: entity.label.one })}
        .keep=${false}
        .source=${findRecords(this.meta, entity.id)}
        @change=${(event: CustomEvent<{ value: Choice | null }>) => this.choose(event.detail.value)}
      ></rl-picker>
      ${this.chosen.map(
        (one) =>
          html`<button
            type="button"
            aria-label=${t('trial.drop', { name: one.title })}
            @click=${() => (this.chosen = this.chosen.filter((each) => each !== one))}
          >
            <span class="truncate">${one.title}</span><rl-icon name="x"></rl-icon>
          </button>`,
      )}
    </div>`;
  }

  private choose(choice: Choice | null): void {
    if (choice && !this.chosen.some(({ id }) => id === choice.id)) this.chosen = [...this.chosen, choice];
  }

  private entity(): MetaEntity | undefined {
    return this.asked.entity ? entityOf(this.meta, this.asked.entity) : undefined;
  }

  private readonly ask = (): void => {
    this.dispatchEvent(new CustomEvent('rl-try', { detail: this.question() }));
  };

  private question(): Omit<TrialQuestion, 'xml'> {
    const entity = this.entity();
    if (!entity) return {};
    if (this.way === 'past') return { since: 'P1M', limit: most };
    if (this.way === 'pick') return { records: this.chosen.map(({ id }) => id), limit: most };
    const filter = chipsToFilter(this.chips, filterContext(this.meta, entity));
    return { limit: 50, ...(filter && { filter }), ...(this.search && { search: this.search }) };
  }
}
