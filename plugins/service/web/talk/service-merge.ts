import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import {
  askPerson,
  base,
  buttons,
  listRecords,
  showProblem,
  t,
  type Choice,
  type RecordItem,
  type Reference,
} from '../../../../web/index.ts';
import { mergeInto } from './talk-data.ts';
import './texts.ts';

/** Puts a request into another one about the same thing; where that was done, leads there. */
@customElement('service-merge')
export class ServiceMerge extends LitElement {
  @property({ attribute: false }) record!: RecordItem;
  @property({ type: Boolean }) canMerge = false;
  @state() private isChoosing = false;
  @state() private isBusy = false;

  static override styles = [
    base,
    buttons,
    css`
      :host {
        display: block;
      }
      .line {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: flex-end;
        gap: 8px;
        margin-bottom: 8px;
      }
      rl-picker {
        flex: 1 1 240px;
      }
      p {
        margin: 0 0 12px;
      }
      a {
        color: var(--rl-accent-text);
        text-decoration: underline;
      }
    `,
  ];

  protected override render() {
    // The cast: a relation reads as a reference.
    const whole = this.record['mergedInto'] as Reference | null;
    if (whole)
      return html`<p role="status">
        ${t('service.web.merge.done')} <a href="/r/ticket/${whole.id}">${whole.title}</a>
      </p>`;
    if (!this.canMerge) return nothing;
    return html`<div class="line">
      ${
        this.isChoosing
          ? html`<rl-picker
                label=${t('service.web.merge.which')}
                placeholder=${t('service.web.merge.which')}
                .source=${this.others}
                @change=${(event: CustomEvent<{ value: Choice | null }>) => this.merge(event.detail.value)}
              ></rl-picker>
              <rl-button ?loading=${this.isBusy} @click=${() => (this.isChoosing = false)}
                >${t('service.web.merge.cancel')}</rl-button
              >`
          : html`<button type="button" class="button ghost" @click=${this.choose}>
              <rl-icon name="merge"></rl-icon>${t('service.web.merge.start')}
            </button>`
      }
    </div>`;
  }

  private async choose(): Promise<void> {
    this.isChoosing = true;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('rl-picker')?.focus();
  }

  /** Before anything is typed, what the same person wrote besides. */
  private readonly others = async (search: string): Promise<Choice[]> => {
    const email = this.record['requesterEmail'];
    const { items } = await listRecords('ticket', {
      limit: 20,
      ...(search ? { search } : { sort: ['-createdAt'] }),
      ...(!search && email ? { filter: { requesterEmail: email } } : {}),
    });
    return items
      .filter(({ id, mergedInto }) => id !== this.record.id && !mergedInto)
      .map(({ id, number, subject, requesterName }) => ({
        id,
        title: `${String(number)} ${String(subject)}`,
        ...(requesterName ? { hint: String(requesterName) } : {}),
      }));
  };

  private async merge(into: Choice | null): Promise<void> {
    if (!into) return;
    const isSure = await askPerson({
      heading: t('service.web.merge.heading', { title: into.title }),
      text: t('service.web.merge.text'),
      label: t('service.web.merge.label'),
    });
    if (!isSure) return;
    this.isBusy = true;
    try {
      await mergeInto(into.id, this.record.id);
      location.assign(`/r/ticket/${into.id}`);
    } catch (error) {
      showProblem(error);
    } finally {
      this.isBusy = false;
    }
  }
}
