import { consume } from '@lit/context';
import { LitElement, css, html } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../../components/rl-dialog.ts';
import '../../components/rl-problem.ts';
import '../../components/rl-select.ts';
import '../../components/rl-skeleton.ts';
import { showToast } from '../../components/toast.ts';
import { metaContext } from '../../context/meta.ts';
import { t } from '../../data/i18n.ts';
import { locale } from '../../data/locale.ts';
import type { Meta } from '../../data/meta.ts';
import type { SavedReport } from '../../data/reports.ts';
import { navigate } from '../../shell/router.ts';
import { base } from '../../styles/base.ts';
import { buttons } from '../../styles/buttons.ts';
import { controls } from '../../styles/controls.ts';
import {
  createScreen,
  listScreens,
  openScreen,
  saveScreen,
  type ScreenSummary,
  type TreeNode,
} from '../designer/design-data.ts';

/** Not a dashboard's id: those have none that is empty. */
const isNew = '';
const forAll = { role: null, device: null };

/** Puts a report on a dashboard, one that is there or a new one. Fires `rl-close`. */
@customElement('rl-add-to-dashboard')
export class RlAddToDashboard extends LitElement {
  @consume({ context: metaContext, subscribe: true }) meta!: Meta;
  @property({ attribute: false }) report!: SavedReport;
  @state() private dashboards: ScreenSummary[] | undefined;
  @state() private chosen = isNew;
  @state() private name = '';
  @state() private problem = '';
  @state() private isBusy = false;
  @state() private error: unknown;

  static override styles = [
    base,
    buttons,
    controls,
    css`
      form {
        display: grid;
        gap: 12px;
      }
      .warn {
        color: var(--rl-warn-text);
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    this.name = this.report.name;
    listScreens().then(
      (screens) => {
        const own = ({ source }: ScreenSummary): number => Number(source !== 'plugin');
        this.dashboards = screens
          .filter(({ kind }) => kind === 'dashboard')
          .toSorted((one, other) => own(other) - own(one));
        this.chosen = this.dashboards.find(own)?.id ?? isNew;
      },
      (error: unknown) => (this.error = error),
    );
  }

  protected override render() {
    return html`<rl-dialog open size="small" heading=${t('report.addToDashboard')}>
      ${this.renderBody()}
      <button slot="footer" type="button" class="button" @click=${this.close}>${t('action.cancel')}</button>
      <button slot="footer" form="add" class="button primary" ?disabled=${!this.dashboards || this.isBusy}>
        ${t('report.add')}
      </button>
    </rl-dialog>`;
  }

  private renderBody() {
    if (!this.dashboards && !this.error) return html`<rl-skeleton rows="3"></rl-skeleton>`;
    const options = [
      ...(this.dashboards ?? []).map(({ id, label }) => ({ value: id, label })),
      { value: isNew, label: t('report.newDashboard') },
    ];
    return html`<form id="add" @submit=${this.add}>
      ${this.error ? html`<rl-problem inline .retry=${false} .error=${this.error}></rl-problem>` : ''}
      <label class="field">
        <span class="field-label">${t('report.dashboard')}</span>
        <rl-select
          label=${t('report.dashboard')}
          .options=${options}
          value=${this.chosen}
          @change=${(event: CustomEvent<{ value: string }>) => (this.chosen = event.detail.value)}
        ></rl-select>
      </label>
      ${this.chosen === isNew ? this.renderName() : ''}
      ${this.report.sharing === 'private' ? html`<p class="small warn">${t('report.dashboardOwn')}</p>` : ''}
    </form>`;
  }

  private renderName() {
    return html`<label class="field">
      <span class="field-label">${t('report.dashboardName')}</span>
      <input
        class="control"
        maxlength="120"
        aria-invalid=${this.problem ? 'true' : 'false'}
        .value=${this.name}
        @input=${(event: InputEvent) => (this.name = (event.target as HTMLInputElement).value)}
      />
      ${this.problem ? html`<p class="field-error" role="alert">${this.problem}</p>` : ''}
    </label>`;
  }

  private readonly add = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const name = this.name.trim();
    this.problem = this.chosen === isNew && !name ? t('report.dashboardNameMissing') : '';
    if (this.problem || this.isBusy) return;
    this.isBusy = true;
    try {
      const id = this.chosen === isNew ? await this.make(name) : this.chosen;
      const { tree, version, broken } = await openScreen(id, forAll);
      const keep = broken.map(({ operation }) => operation);
      await saveScreen(id, forAll, { tree: withReport(tree, this.report.id), keep, version, note: null });
      this.dispatchEvent(new CustomEvent('rl-meta-changed', { bubbles: true, composed: true }));
      showToast({
        text: t('report.addedToDashboard'),
        action: { label: t('action.open'), run: () => navigate(`/s/${encodeURIComponent(id)}`) },
      });
      this.close();
    } catch (error) {
      this.error = error;
    }
    this.isBusy = false;
  };

  private async make(name: string): Promise<string> {
    const group = this.meta.navigation[0]?.group;
    const { id } = await createScreen({
      kind: 'dashboard',
      entity: this.report.entity,
      label: { [locale()]: name },
      ...(group && { nav: { group, icon: 'chart-line', order: 90 } }),
    });
    return id;
  }

  private readonly close = (): void => {
    this.dispatchEvent(new CustomEvent('rl-close'));
  };
}

/** As the last tile of the body. */
function withReport(tree: TreeNode, report: string): TreeNode {
  const tile = { id: `report-${crypto.randomUUID().slice(0, 8)}`, node: 'report', report };
  return {
    ...tree,
    children: (tree.children ?? []).map((part) =>
      part.id === '#body' ? { ...part, children: [...(part.children ?? []), tile] } : part,
    ),
  };
}
