import { LitElement, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import {
  base,
  buttons,
  controls,
  locale,
  showProblem,
  showToast,
  t,
  updateRecord,
  type MetaEntity,
  type RecordItem,
} from '../../../web/index.ts';
import './parts/campaigns-form-consents.ts';
import './parts/campaigns-form-fields.ts';
import './parts/campaigns-form-origins.ts';
import './parts/campaigns-form-texts.ts';
import {
  languages,
  previewOf,
  readChoices,
  snippetOf,
  type Choices,
  type Language,
} from './parts/form-data.ts';
import type { FormDefinition } from '../models/form/definition.ts';
import { formStyles } from './parts/form-styles.ts';
import { saveValues } from './parts/save-values.ts';
import './parts/texts.ts';

/** Where a form is composed: what it asks, says and promises, on which pages, and how it looks there. */
@customElement('campaigns-form')
export class CampaignsForm extends LitElement {
  @property({ attribute: false }) entity!: MetaEntity;
  @property({ attribute: false }) record!: RecordItem;
  @property({ attribute: false }) pulse = 0;
  @state() private choices: Choices | undefined;
  @state() private origins: readonly string[] = [];
  @state() private language: Language = locale();
  @state() private isDirty = false;
  @state() private isBusy = false;
  @state() private error: unknown;

  static override styles = [base, buttons, controls, formStyles];

  override connectedCallback(): void {
    super.connectedCallback();
    // The very file that other pages load; it brings the element of the preview.
    const widget = '/widgets/relata-form.js';
    void import(/* @vite-ignore */ widget).catch(showProblem);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('record');
    if (changed.has('record') && (before?.id !== this.record.id || !this.isDirty)) void this.load();
  }

  protected override render() {
    if (this.error)
      return html`<rl-problem .error=${this.error} @rl-retry=${() => this.load()}></rl-problem>`;
    if (!this.choices) return html`<rl-skeleton rows="8"></rl-skeleton>`;
    const isFixed = !this.entity.can.update;
    return html`<div class="sides">
      <div ?inert=${isFixed}>${this.renderParts(this.choices)}</div>
      <aside>
        <div class="tabs">
          <h3>${t('form.preview')}</h3>
          <rl-select
            label=${t('form.language')}
            .options=${languages.map((value) => ({ value, label: t(`form.language.${value}`) }))}
            .value=${this.language}
            @change=${(event: CustomEvent<{ value: Language }>) => (this.language = event.detail.value)}
          ></rl-select>
        </div>
        <div class="paper">
          <relata-form .preview=${previewOf(this.choices, this.language)}></relata-form>
        </div>
        ${this.renderSnippet()}
      </aside>
    </div>`;
  }

  private renderParts({ definition, fields, purposes }: Choices) {
    return html`<campaigns-form-fields
        .fields=${definition.fields}
        .known=${fields[locale()]}
        @rl-change=${(event: CustomEvent<FormDefinition['fields']>) => this.change({ fields: event.detail })}
      ></campaigns-form-fields>
      <campaigns-form-texts
        .texts=${definition.texts}
        @rl-change=${(event: CustomEvent<FormDefinition['texts']>) => this.change({ texts: event.detail })}
      ></campaigns-form-texts>
      <campaigns-form-consents
        .consents=${definition.consents}
        .purposes=${purposes}
        @rl-change=${(event: CustomEvent<FormDefinition['consents']>) => this.change({ consents: event.detail })}
      ></campaigns-form-consents>
      <campaigns-form-origins
        .origins=${this.origins}
        @rl-change=${(event: CustomEvent<string[]>) => {
          this.origins = event.detail;
          this.isDirty = true;
        }}
      ></campaigns-form-origins>
      <div class="foot">
        <button
          type="button"
          class="button primary"
          ?disabled=${!this.isDirty || this.isBusy}
          @click=${() => this.save()}
        >
          ${t('form.save')}
        </button>
        ${this.isDirty ? html`<span class="muted">${t('form.unsaved')}</span>` : nothing}
      </div>`;
  }

  private renderSnippet() {
    const key = String(this.record['key'] ?? '');
    if (!key) return nothing;
    const missing =
      this.origins.length === 0 ? 'form.live.pages' : this.isDirty ? 'form.live.save' : undefined;
    return html`<h3>${t('form.snippet')}</h3>
      <p class="muted">
        ${t(this.record['state'] === 'live' ? 'form.snippet.help' : 'form.snippet.notLive')}
      </p>
      <pre tabindex="0">${snippetOf(key)}</pre>
      <button type="button" class="button" @click=${() => this.copy(snippetOf(key))}>
        <rl-icon name="copy"></rl-icon>${t('form.copy')}
      </button>
      ${
        this.record['state'] === 'live' || !this.entity.can.update
          ? nothing
          : html`<rl-button
                icon="play"
                ?disabled=${missing !== undefined}
                @click=${async () => (this.record = await saveValues(this, 'lead-form', this.record, { state: 'live' }))}
                >${t('form.live')}</rl-button
              >${missing ? html`<p class="muted">${t(missing)}</p>` : nothing}`
      }`;
  }

  private change(part: Partial<FormDefinition>): void {
    if (!this.choices) return;
    this.choices = { ...this.choices, definition: { ...this.choices.definition, ...part } };
    this.isDirty = true;
  }

  private async copy(text: string): Promise<void> {
    await navigator.clipboard.writeText(text).catch(showProblem);
    showToast({ text: t('form.copied') });
  }

  private async save(): Promise<void> {
    this.isBusy = true;
    try {
      const values = { definition: this.choices!.definition, origins: this.origins };
      this.record = await updateRecord('lead-form', this.record, values);
      this.isDirty = false;
      showToast({ text: t('form.saved') });
    } catch (error) {
      showProblem(error);
    } finally {
      this.isBusy = false;
    }
  }

  private async load(): Promise<void> {
    const { id } = this.record;
    try {
      const choices = await readChoices(id);
      if (id !== this.record.id || this.isDirty) return;
      this.choices = choices;
      // The cast: tags are texts.
      this.origins = (this.record['origins'] ?? []) as string[];
      this.error = undefined;
    } catch (error) {
      this.error = error;
    }
  }
}
