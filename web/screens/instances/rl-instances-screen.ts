import { LitElement, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { countSentenceOf } from './count-sentence.ts';
import { flowNames } from '../../data/flows.ts';
import { t } from '../../data/i18n.ts';
import { stateTone } from '../../data/instance-state.ts';
import { onLive } from '../../data/live.ts';
import {
  listInstances,
  operateOnMany,
  runningOperation,
  type Action,
  type FoundInstance,
  type InstanceQuestion,
} from '../../data/operate.ts';
import type { Page } from '../../data/records.ts';
import { navigate, queryParam, replaceQuery } from '../../shell/router.ts';
import { base } from '../../styles/base.ts';
import { buttons } from '../../styles/buttons.ts';
import { controls } from '../../styles/controls.ts';
import { filteredTable } from '../../styles/filtered-table.ts';
import { PagedTable } from '../../components/paged-table.ts';
import '../../components/rl-bar.ts';
import '../../components/rl-button.ts';
import '../../components/rl-empty.ts';
import '../../components/rl-tag.ts';
import '../../components/rl-time.ts';
import { showProblem } from '../../components/toast.ts';
import { instancesStyles } from './instances-styles.ts';
import './rl-instance-filters.ts';
import './rl-instance-selection.ts';
import './rl-migrate-dialog.ts';
import './rl-operation-progress.ts';

const names = ['flow', 'version', 'state', 'element', 'subject', 'businessKey', 'variable', 'value'] as const;
const reloadAfter = 600;

/** Instances of all flows: found, and many at once retried, paused, resumed, cancelled or moved to another version. */
@customElement('rl-instances-screen')
export class RlInstancesScreen extends LitElement {
  @state() private question: InstanceQuestion = {};
  @state() private flows = new Map<string, string>();
  @state() private selected: ReadonlySet<string> = new Set();
  @state() private isAll = false;
  @state() private isMigrating = false;
  @state() private operation = '';
  private readonly list = new PagedTable<FoundInstance, Page<FoundInstance>>(this, (from) =>
    listInstances(this.question, from?.toString()),
  );
  private stops: (() => void)[] = [];
  private timer: ReturnType<typeof setTimeout> | undefined;

  static override styles = [base, buttons, controls, filteredTable, instancesStyles];

  override connectedCallback(): void {
    super.connectedCallback();
    this.question = Object.fromEntries(names.map((name) => [name, queryParam(name)]));
    void flowNames().then((flows) => (this.flows = flows));
    void this.list.load();
    // One that is at work is shown again to whoever comes back.
    void runningOperation().then(
      (found) => (this.operation ||= found?.id ?? ''),
      () => {},
    );
    this.stops = [onLive('instance', this.loadSoon), onLive('resync', this.loadSoon)];
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.timer);
    for (const stop of this.stops) stop();
  }

  protected override render() {
    const { flow, version } = this.question;
    return html`<rl-bar
        .crumbs=${[{ label: t('nav.flows'), href: '/flows' }]}
        heading=${t('instances.title')}
      >
        <rl-button slot="actions" icon="clock" @click=${() => navigate('/jobs')}
          >${t('instances.jobs')}</rl-button
        >
        <rl-button slot="actions" icon="history" @click=${() => navigate('/operations')}
          >${t('instances.operations')}</rl-button
        >
        ${
          flow
            ? html`<rl-button slot="actions" icon="git-branch" @click=${() => (this.isMigrating = true)}
                >${t('instances.migrate')}</rl-button
              >`
            : nothing
        }
      </rl-bar>
      <rl-instance-filters
        .question=${this.question}
        .flows=${this.flows}
        count=${this.list.page ? countSentenceOf(this.list.page) : ''}
        @rl-question=${(event: CustomEvent<InstanceQuestion>) => this.ask(event.detail)}
      ></rl-instance-filters>
      ${
        this.operation
          ? html`<rl-operation-progress
              operation-id=${this.operation}
              @rl-changed=${this.loadSoon}
              @rl-close=${() => (this.operation = '')}
            ></rl-operation-progress>`
          : nothing
      }
      ${this.renderList()} ${this.selected.size > 0 ? this.renderSelection() : nothing}
      ${
        this.isMigrating && flow
          ? html`<rl-migrate-dialog
              flow=${flow}
              from=${version ?? ''}
              @rl-begun=${(event: CustomEvent<{ id: string }>) => (this.operation = event.detail.id)}
              @rl-close=${() => (this.isMigrating = false)}
            ></rl-migrate-dialog>`
          : nothing
      }`;
  }

  private renderList() {
    const { rows, page } = this.list;
    const isEmpty = rows.length === 0;
    return this.list.render({
      label: t('instances.title'),
      none: html`<rl-empty
        icon="activity"
        heading=${t('instances.none')}
        text=${t(page?.next ? 'instances.none.further' : 'instances.none.text')}
      ></rl-empty>`,
      ...(isEmpty && { further: t('instances.lookFurther') }),
      head: html`<th class="check">
          <input
            type="checkbox"
            aria-label=${t('instances.selectAll')}
            .checked=${rows.every((item) => this.selected.has(item.id))}
            @change=${(event: Event) => this.selectShown((event.target as HTMLInputElement).checked)}
          />
        </th>
        <th>${t('instances.column.about')}</th>
        <th class="flow">${t('instances.column.flow')}</th>
        <th>${t('instances.column.at')}</th>
        <th class="state">${t('instances.column.state')}</th>
        <th class="started">${t('instances.column.started')}</th>`,
      row: (item) => this.renderItem(item),
    });
  }

  private renderItem(item: FoundInstance) {
    const { about } = item;
    const at = [...new Set(item.tokens.map((token) => token.name || token.element))].join(t('list.comma'));
    return html`<tr aria-selected=${this.selected.has(item.id)}>
      <td class="check">
        <input
          type="checkbox"
          aria-label=${t('instances.select', { name: about })}
          .checked=${this.selected.has(item.id)}
          @change=${() => this.toggle(item.id)}
        />
      </td>
      <td><a href="/instances/${item.id}">${about}</a></td>
      <td class="flow">
        ${item.flowName ?? item.flow}
        <span class="muted">${t('instances.version.one', { version: item.version })}</span>
      </td>
      <td title=${at}>${at}</td>
      <td class="state">
        ${
          item.isStuck && item.state === 'active'
            ? html`<rl-tag tone="warn">${t('instances.stuck')}</rl-tag>`
            : html`<rl-tag tone=${stateTone(item.state)}>${t(`state.${item.state}`)}</rl-tag>`
        }
      </td>
      <td class="started"><rl-time value=${item.startedAt}></rl-time></td>
    </tr>`;
  }

  private renderSelection() {
    return html`<rl-instance-selection
      count=${this.selected.size}
      ?all=${this.isAll}
      ?more=${Boolean(this.list.page?.next)}
      @rl-all=${() => (this.isAll = true)}
      @rl-clear=${() => this.select([])}
      @rl-act=${(event: CustomEvent<{ action: Action }>) => this.act(event.detail.action)}
    ></rl-instance-selection>`;
  }

  private async act(action: Action): Promise<void> {
    const selection = this.isAll ? { question: this.question } : { ids: [...this.selected] };
    try {
      this.operation = (await operateOnMany(action, selection)).id;
      this.select([]);
    } catch (error) {
      showProblem(error);
    }
  }

  private ask(question: InstanceQuestion): void {
    this.question = question;
    replaceQuery({ ...question });
    this.select([]);
    this.list.clear();
    void this.list.load();
  }

  private selectShown(isSelected: boolean): void {
    this.select(isSelected ? this.list.rows.map((item) => item.id) : []);
  }

  private toggle(id: string): void {
    this.select(
      this.selected.has(id) ? [...this.selected].filter((each) => each !== id) : [...this.selected, id],
    );
  }

  private select(ids: readonly string[]): void {
    this.selected = new Set(ids);
    this.isAll = false;
  }

  private readonly loadSoon = (): void => {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.list.load(), reloadAfter);
  };
}
