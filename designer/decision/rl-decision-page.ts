import { consume } from '@lit/context';
import { LitElement, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { moreMenu } from '../../web/components/more-menu.ts';
import { askPerson } from '../../web/components/rl-question.ts';
import { showProblem, showToast } from '../../web/components/toast.ts';
import { metaContext } from '../../web/context/meta.ts';
import { t } from '../../web/data/i18n.ts';
import { may, type Meta } from '../../web/data/meta.ts';
import { navigate, queryParam, replaceQuery } from '../../web/shell/router.ts';
import { base } from '../../web/styles/base.ts';
import { buttons } from '../../web/styles/buttons.ts';
import '../../web/components/rl-bar.ts';
import '../../web/components/rl-button.ts';
import '../../web/components/rl-empty.ts';
import '../../web/components/rl-problem.ts';
import '../../web/components/rl-skeleton.ts';
import {
  listDecisions,
  listDecisionVersions,
  loadDecision,
  tryDecision,
  withdrawDecision,
  type DecisionItem,
  type DecisionVersion,
  type Tried,
} from '../data/decisions.ts';
import { download } from '../screens/download.ts';
import '../versions/rl-version-list.ts';
import { decisionPageStyles } from './decision-page-styles.ts';
import { flowLinks } from './flow-links.ts';
import { openDecisionEditor } from './open-decision-editor.ts';
import { readPicture } from './read-picture.ts';
import './rl-decision-picture.ts';
import { isEmpty } from './rl-decision-trial.ts';

/** One decision: its versions, its table to read, the flows that ask it, and what it decides for sample rows. */
@customElement('rl-decision-page')
export class RlDecisionPage extends LitElement {
  @consume({ context: metaContext, subscribe: true }) meta!: Meta;
  @property({ attribute: 'decision-key' }) decisionKey = '';
  @state() private item: DecisionItem | null | undefined;
  @state() private versions: DecisionVersion[] = [];
  @state() private selected = 0;
  @state() private xml = '';
  @state() private tried: Tried | null = null;
  @state() private rows: Record<string, unknown>[] = [{}];
  @state() private error: unknown;

  static override styles = [base, buttons, decisionPageStyles];

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  protected override render() {
    const crumbs = [
      { label: t('designer.flows'), href: '/flows' },
      { label: t('designer.decisions'), href: '/decisions' },
    ];
    const name = this.item?.name || this.decisionKey;
    return html`<rl-bar .crumbs=${crumbs} heading=${name}
        >${this.item && may(this.meta, 'flows.deploy') ? this.renderActions() : nothing}</rl-bar
      >${this.renderBody()}`;
  }

  private renderBody() {
    if (this.error) return html`<rl-problem .error=${this.error} @rl-retry=${this.load}></rl-problem>`;
    if (this.item === undefined) return html`<rl-skeleton rows="6"></rl-skeleton>`;
    if (this.item === null)
      return html`<rl-empty
        icon="table-2"
        heading=${t('designer.decisions.unknown')}
        text=${t('designer.decision.gone', { ref: this.decisionKey })}
        ><a class="button" href="/decisions">${t('designer.decisions.back')}</a></rl-empty
      >`;
    return html`<div class="work">
      <rl-version-list
        .versions=${this.versions}
        selected=${this.selected}
        @rl-select=${(event: CustomEvent<{ version: number }>) => void this.choose(event.detail.version)}
      ></rl-version-list>
      <main>${this.renderFacts(this.item)} ${this.renderPicture()}</main>
      ${may(this.meta, 'flows.deploy') ? this.renderTrial() : nothing}
    </div>`;
  }

  private renderActions() {
    const items = [
      { id: 'download', label: t('designer.decisions.download'), icon: 'download' },
      {
        id: 'remove',
        label: t('designer.decisions.remove'),
        icon: 'trash-2',
        isDanger: true,
        separates: true,
      },
    ];
    const isNewest = this.selected === this.item?.version;
    return html`<rl-button
        slot="actions"
        variant="primary"
        icon=${isNewest ? 'pencil' : 'undo-2'}
        @click=${this.edit}
        >${
          isNewest ? t('designer.decision.edit') : t('designer.restore', { version: this.selected })
        }</rl-button
      >${moreMenu({ items, slot: 'actions', onSelect: (id) => void this.act(id).catch(showProblem) })}`;
  }

  private renderFacts({ usedBy }: DecisionItem) {
    const policy = this.shape()?.hitPolicy;
    const name = policy?.toLowerCase().replaceAll(' ', '-');
    return html`<dl class="facts">
      <dt>${t('designer.decisions.usedBy')}</dt>
      <dd>${flowLinks(usedBy)}</dd>
      ${
        name
          ? html`<dt>${t('designer.decision.policy')}</dt>
              <dd>${t(`designer.decision.policy.${name}`)}</dd>`
          : nothing
      }
    </dl>`;
  }

  private renderPicture() {
    const picture = this.xml && readPicture(this.xml, this.decisionKey);
    return picture
      ? html`<rl-decision-picture .picture=${picture} .hits=${this.hits()}></rl-decision-picture>`
      : html`<rl-skeleton rows="4"></rl-skeleton>`;
  }

  private renderTrial() {
    return html`<aside>
      <rl-decision-trial
        .shape=${this.shape()}
        .rows=${this.rows}
        .results=${this.tried?.rows ?? []}
        @rl-rows=${(event: CustomEvent<{ rows: Record<string, unknown>[] }>) => {
          this.rows = event.detail.rows;
          void this.try().catch(showProblem);
        }}
      ></rl-decision-trial>
    </aside>`;
  }

  /** Of the version that is shown: an older one may ask for other things. */
  private shape() {
    return this.tried?.decisions.find(({ key }) => key === this.decisionKey) ?? this.item ?? null;
  }

  /** Rules that hit for the rows that say something. */
  private hits(): number[] {
    return (this.tried?.rows ?? []).flatMap((row, index) =>
      row.ok && !isEmpty(this.rows[index] ?? {})
        ? (row.outcome.trace.find(({ decision }) => decision === this.decisionKey)?.rules ?? [])
        : [],
    );
  }

  private readonly load = async (): Promise<void> => {
    this.error = undefined;
    try {
      const item = (await listDecisions()).find(({ key }) => key === this.decisionKey) ?? null;
      this.versions = item ? await listDecisionVersions(item.key) : [];
      this.item = item;
      const asked = Number(queryParam('v'));
      const isKnown = this.versions.some(({ version }) => version === asked);
      if (item) await this.choose(isKnown ? asked : item.version);
    } catch (error) {
      this.error = error;
    }
  };

  private async choose(version: number): Promise<void> {
    this.selected = version;
    replaceQuery({ v: version === this.item?.version ? undefined : String(version) });
    try {
      const { xml } = await loadDecision(this.decisionKey, version);
      if (this.selected !== version) return;
      this.xml = xml;
      await this.try();
    } catch (error) {
      this.error = error;
    }
  }

  private async try(): Promise<void> {
    if (!may(this.meta, 'flows.deploy')) return;
    const { xml, rows, decisionKey: key } = this;
    const tried = await tryDecision({ xml, key, rows });
    if (xml === this.xml && rows === this.rows) this.tried = tried;
  }

  private readonly edit = async (): Promise<void> => {
    try {
      const deployed = await openDecisionEditor({ key: this.decisionKey, file: this.xml });
      if (deployed) {
        replaceQuery({});
        await this.load();
      }
    } catch (error) {
      showProblem(error);
    }
  };

  private async act(id: string): Promise<void> {
    const { decisionKey: key, item } = this;
    if (id === 'download') return download(`${key}.dmn`, this.xml);
    const isSure = await askPerson({
      heading: t('designer.decisions.removeTitle', { name: item?.name ?? key }),
      text: t('designer.decisions.removeText'),
      label: t('designer.decisions.remove'),
      isDanger: true,
    });
    if (!isSure) return;
    await withdrawDecision(key);
    showToast({ text: t('designer.decisions.removed', { name: item?.name ?? key }) });
    navigate('/decisions');
  }
}
