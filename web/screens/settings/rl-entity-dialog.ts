import { consume } from '@lit/context';
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { metaContext } from '../../context/meta.ts';
import {
  addFields,
  createEntity,
  planEntity,
  planFields,
  type NewEntity,
  type NewField,
  type PlanStep,
} from '../../data/entities.ts';
import { t } from '../../data/i18n.ts';
import type { Meta, MetaEntity } from '../../data/meta.ts';
import { base } from '../../styles/base.ts';
import { buttons } from '../../styles/buttons.ts';
import { controls } from '../../styles/controls.ts';
import '../../components/rl-dialog.ts';
import '../../components/rl-icon.ts';
import '../../components/rl-problem.ts';
import { showToast } from '../../components/toast.ts';
import './rl-new-field.ts';
import { settingsStyles } from './settings-styles.ts';

const firstField: NewField = { id: 'name', type: 'text', label: 'Name' };

/** Makes an entity, or adds fields to one; shows first what will happen. Fires `rl-close`. */
@customElement('rl-entity-dialog')
export class RlEntityDialog extends LitElement {
  @consume({ context: metaContext, subscribe: true }) meta!: Meta;
  /** The entity that gets fields; absent for a new one. */
  @property({ attribute: false }) entity: MetaEntity | undefined;
  @state() private fields: NewField[] = [];
  @state() private plan: PlanStep[] | undefined;
  @state() private error: unknown;
  @state() private isBusy = false;
  @query('form') private form!: HTMLFormElement;

  static override styles = [
    base,
    buttons,
    controls,
    settingsStyles,
    css`
      .two {
        display: grid;
        grid-template-columns: 1fr 1fr;
        gap: 12px;
      }
      .plan {
        padding: 10px 12px;
        border-radius: var(--rl-radius);
        background: var(--rl-sunken);
      }
      .breaking {
        color: var(--rl-bad-text);
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    this.fields = this.entity ? [{ id: 'x_', type: 'text', label: '' }] : [firstField];
  }

  protected override render() {
    const { entity } = this;
    const heading = entity ? `${entity.label.many}: ${t('entities.addField')}` : t('entities.new');
    return html`<rl-dialog open heading=${heading} @rl-close=${this.close}>
      <form class="form" id="entity" @submit=${this.submit} @input=${() => (this.plan = undefined)}>
        ${this.error ? html`<rl-problem inline .retry=${false} .error=${this.error}></rl-problem>` : nothing}
        ${entity ? nothing : this.renderNames()}
        ${this.fields.map(
          (field, index) =>
            html`<rl-new-field
              .field=${field}
              @rl-field=${(event: CustomEvent<{ field: NewField }>) => {
                this.fields = this.fields.with(index, event.detail.field);
                this.plan = undefined;
              }}
            ></rl-new-field>`,
        )}
        <div>
          <button type="button" class="button ghost" @click=${this.addField}>
            <rl-icon name="plus"></rl-icon>${t('entities.addField')}
          </button>
        </div>
        ${this.plan ? this.renderPlan(this.plan) : nothing}
      </form>
      <button slot="footer" type="button" class="button" @click=${this.close}>${t('action.cancel')}</button>
      <button slot="footer" form="entity" class="button primary" ?disabled=${this.isBusy}>
        ${t(this.plan ? 'entities.apply' : 'entities.review')}
      </button>
    </rl-dialog>`;
  }

  private renderNames() {
    const text = (name: string, label: string, pattern?: string) =>
      html`<label class="field">
        <span class="field-label">${label}</span>
        <input class="control" name=${name} required maxlength="60" pattern=${pattern ?? nothing} />
      </label>`;
    return html`<div class="two">${text('one', t('entities.one'))}${text('many', t('entities.many'))}</div>
      ${text('id', t('entities.id'), '[a-z][a-zA-Z0-9]*')}
      <div class="checks">
        <label><input type="checkbox" name="hasOwner" checked />${t('entities.owner')}</label>
      </div>`;
  }

  private renderPlan(plan: PlanStep[]) {
    return html`<div class="plan" role="status">
      <b>${t('entities.plan')}</b>
      <ul>
        ${plan.map((step) => html`<li class=${step.isBreaking ? 'breaking' : ''}>${step.text}</li>`)}
      </ul>
    </div>`;
  }

  private addField(): void {
    const id = this.entity ? 'x_' : '';
    this.fields = [...this.fields, { id, type: 'text', label: '' }];
    this.plan = undefined;
  }

  private close(): void {
    this.dispatchEvent(new CustomEvent('rl-close'));
  }

  private async submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    this.isBusy = true;
    try {
      if (this.plan) await this.apply();
      else this.plan = await this.ask();
      this.error = undefined;
    } catch (error) {
      this.error = error;
    } finally {
      this.isBusy = false;
    }
  }

  private ask(): Promise<PlanStep[]> {
    return this.entity ? planFields(this.entity.id, this.fields) : planEntity(this.read());
  }

  private async apply(): Promise<void> {
    const entity = this.read();
    await (this.entity ? addFields(this.entity.id, this.fields) : createEntity(entity));
    showToast({ text: t('entities.created', { name: this.entity?.label.many ?? entity.many }) });
    this.dispatchEvent(new CustomEvent('rl-meta-changed', { bubbles: true, composed: true }));
    this.close();
  }

  private read(): NewEntity {
    const data = new FormData(this.form);
    const text = (name: string): string => String(data.get(name) ?? '').trim();
    return {
      id: text('id'),
      one: text('one'),
      many: text('many'),
      hasOwner: data.has('hasOwner'),
      fields: this.fields,
    };
  }
}
