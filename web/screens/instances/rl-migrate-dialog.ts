import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { t } from '../../data/i18n.ts';
import {
  listElements,
  listVersions,
  migrate,
  rehearse,
  type FlowElement,
  type Rehearsal,
} from '../../data/operate.ts';
import { base } from '../../styles/base.ts';
import { controls } from '../../styles/controls.ts';
import '../../components/rl-button.ts';
import '../../components/rl-dialog.ts';
import '../../components/rl-select.ts';
import { showProblem } from '../../components/toast.ts';
import { elementOptions } from './element-options.ts';

/** Rehearses a migration and runs it. Fires `rl-begun` with `detail: {id}` of the operation, and `rl-close`. */
@customElement('rl-migrate-dialog')
export class RlMigrateDialog extends LitElement {
  @property() flow = '';
  @property() from = '';
  @state() private versions: number[] = [];
  @state() private to = 0;
  /** Of the version they come from, and of the one they go to. */
  @state() private sources: FlowElement[] = [];
  @state() private targets: FlowElement[] = [];
  @state() private mapping: Record<string, string> = {};
  @state() private rehearsal: Rehearsal | undefined;
  @state() private isBusy = false;

  static override styles = [
    base,
    controls,
    css`
      .form,
      .problems {
        display: grid;
        gap: 12px;
      }
      .versions {
        display: grid;
        grid-template-columns: 1fr 1fr;
        gap: 12px;
      }
      .problems {
        padding-top: 4px;
      }
      .problems > div {
        padding: 8px 0;
        border-top: 1px solid var(--rl-line);
      }
      .target {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 4px 8px;
        margin-top: 6px;
      }
      .target rl-select {
        flex: 1 1 180px;
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    void this.begin();
  }

  protected override render() {
    const choices = this.versions.map((version) => ({
      value: String(version),
      label: t('instances.version.one', { version }),
    }));
    const isReady = this.rehearsal !== undefined && this.rehearsal.fits > 0;
    return html`<rl-dialog open heading=${t('migrate.heading')} @rl-close=${() => this.close()}>
      ${
        this.versions.length === 1
          ? html`<p>${t('migrate.one')}</p>`
          : html`<div class="form">
              <div class="versions">
                ${this.renderVersion('from', choices)} ${this.renderVersion('to', choices)}
              </div>
              ${this.rehearsal ? this.renderRehearsal(this.rehearsal) : nothing}
            </div>`
      }
      <rl-button slot="footer" @click=${() => this.close()}>${t('action.cancel')}</rl-button>
      ${
        this.rehearsal && this.rehearsal.problems.length > 0
          ? html`<rl-button slot="footer" ?loading=${this.isBusy} @click=${() => this.check()}
              >${t('migrate.again')}</rl-button
            >`
          : nothing
      }
      <rl-button
        slot="footer"
        variant="primary"
        ?disabled=${!isReady || this.isBusy}
        @click=${() => this.run()}
        >${t('migrate.run')}</rl-button
      >
    </rl-dialog>`;
  }

  private renderVersion(which: 'from' | 'to', options: { value: string; label: string }[]) {
    return html`<div>
      <span class="field-label">${t(`migrate.${which}`)}</span>
      <rl-select
        label=${t(`migrate.${which}`)}
        .options=${options}
        .value=${String(this[which])}
        @change=${(event: CustomEvent<{ value: string }>) => {
          if (which === 'from') this.from = event.detail.value;
          else this.to = Number(event.detail.value);
          this.mapping = {};
          void this.turn();
        }}
      ></rl-select>
    </div>`;
  }

  private renderRehearsal({ looked, fits, isPartial, problems }: Rehearsal) {
    if (looked === 0) return html`<p class="muted">${t('migrate.nothing', { version: this.from })}</p>`;
    return html`<p role="status">
        ${t('migrate.fits', { count: fits, looked })} ${isPartial ? t('migrate.partial') : nothing}
      </p>
      <div class="problems">
        ${problems.map(
          ({ element, message, count }) =>
            html`<div>
              <p>${message}</p>
              <p class="muted">${t('migrate.stays', { count })}</p>
              ${this.renderTarget(element)}
            </div>`,
        )}
        ${this.settled(problems).map((element) => html`<div>${this.renderTarget(element)}</div>`)}
      </div>`;
  }

  /** What was mapped and fits now stays in sight, to be changed or taken back. */
  private settled(problems: Rehearsal['problems']): string[] {
    return Object.keys(this.mapping).filter((element) => !problems.some((each) => each.element === element));
  }

  private renderTarget(element: string) {
    const label = t('migrate.becomes', { element: this.nameOf(element) });
    return html`<div class="target">
      <span>${label}</span>
      <rl-select
        label=${label}
        placeholder=${t('migrate.becomes.hint')}
        .options=${elementOptions(this.targets)}
        .value=${this.mapping[element] ?? ''}
        @change=${(event: CustomEvent<{ value: string }>) => this.map(element, event.detail.value)}
      ></rl-select>
    </div>`;
  }

  private readonly nameOf = (element: string): string =>
    this.sources.find(({ id }) => id === element)?.name || element;

  private map(element: string, target: string): void {
    const { [element]: _before, ...others } = this.mapping;
    this.mapping = target ? { ...others, [element]: target } : others;
    void this.check();
  }

  private async begin(): Promise<void> {
    this.versions = await listVersions(this.flow).catch(() => []);
    this.to = this.versions[0] ?? 0;
    this.from ||= String(this.versions[1] ?? '');
    if (this.from) await this.turn();
  }

  /** Other versions have other steps to choose from. */
  private async turn(): Promise<void> {
    const [sources, targets] = [this.from, this.to].map((version) =>
      listElements(this.flow, version).catch(() => []),
    );
    await this.check();
    this.sources = (await sources) ?? [];
    this.targets = (await targets) ?? [];
  }

  private get migration() {
    return { from: Number(this.from), to: this.to, mapping: this.mapping };
  }

  private async check(): Promise<void> {
    this.rehearsal = undefined;
    if (Number(this.from) === this.to) return;
    this.isBusy = true;
    this.rehearsal = await rehearse(this.flow, this.migration).catch((error: unknown) => {
      showProblem(error);
      return undefined;
    });
    this.isBusy = false;
  }

  private async run(): Promise<void> {
    try {
      const { id } = await migrate(this.flow, this.migration);
      this.dispatchEvent(new CustomEvent('rl-begun', { detail: { id } }));
      this.close();
    } catch (error) {
      showProblem(error);
    }
  }

  private close(): void {
    this.dispatchEvent(new CustomEvent('rl-close'));
  }
}
