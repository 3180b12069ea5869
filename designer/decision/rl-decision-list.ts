import { Task } from '@lit/task';
import { consume } from '@lit/context';
import { LitElement, css, html, nothing } from 'lit';
import { customElement, query } from 'lit/decorators.js';
import { showProblem } from '../../web/components/toast.ts';
import { metaContext } from '../../web/context/meta.ts';
import { formatNumber, t } from '../../web/data/i18n.ts';
import { may, type Meta } from '../../web/data/meta.ts';
import { navigate } from '../../web/shell/router.ts';
import { base } from '../../web/styles/base.ts';
import { buttons } from '../../web/styles/buttons.ts';
import '../../web/components/rl-bar.ts';
import '../../web/components/rl-button.ts';
import '../../web/components/rl-empty.ts';
import '../../web/components/rl-problem.ts';
import '../../web/components/rl-skeleton.ts';
import '../../web/components/rl-time.ts';
import { listDecisions, type DecisionItem } from '../data/decisions.ts';
import { nameOfPerson } from '../data/flows.ts';
import { flowListStyles } from '../screens/flow-list-styles.ts';
import { flowLinks } from './flow-links.ts';
import { newKey } from './new-key.ts';
import { openDecisionEditor } from './open-decision-editor.ts';
import { decisionsIn } from './read-picture.ts';

const decisionPath = (key: string): string => `/decisions/${encodeURIComponent(key)}`;

/** All decisions: how many rules each has, which flows ask it, who deployed it when. */
@customElement('rl-decision-list')
export class RlDecisionList extends LitElement {
  @consume({ context: metaContext, subscribe: true }) meta!: Meta;
  @query('input[type=file]') private file!: HTMLInputElement;
  private readonly decisions = new Task(this, { task: () => listDecisions(), args: () => [] });

  static override styles = [
    base,
    buttons,
    flowListStyles,
    css`
      input[type='file'] {
        display: none;
      }
      .flows {
        max-width: 320px;
        overflow: hidden;
        text-overflow: ellipsis;
      }
      .flows a {
        font-weight: 400;
        text-decoration: underline;
        text-decoration-color: var(--rl-line-strong);
        text-underline-offset: 3px;
      }
      @media (max-width: 720px) {
        .flows {
          max-width: 140px;
        }
      }
    `,
  ];

  protected override render() {
    const crumbs = [{ label: t('designer.flows'), href: '/flows' }];
    return html`<rl-bar .crumbs=${crumbs} heading=${t('designer.decisions')}
        >${may(this.meta, 'flows.deploy') ? this.renderActions('actions') : nothing}</rl-bar
      >
      <input
        type="file"
        accept=".dmn,.xml"
        aria-label=${t('designer.decisions.upload')}
        @change=${this.onFile}
      />
      <div class="body">
        ${this.decisions.render({
          pending: () => html`<rl-skeleton rows="6"></rl-skeleton>`,
          error: (error) =>
            html`<rl-problem .error=${error} @rl-retry=${() => this.decisions.run()}></rl-problem>`,
          complete: (items) => (items.length === 0 ? this.renderEmpty() : this.renderTable(items)),
        })}
      </div>`;
  }

  private renderActions(slot: string) {
    return html`<rl-button slot=${slot} icon="upload" @click=${() => this.file.click()}
        >${t('designer.decisions.upload')}</rl-button
      >
      <rl-button slot=${slot} variant="primary" icon="plus" @click=${this.create}
        >${t('designer.decision.new')}</rl-button
      >`;
  }

  private renderEmpty() {
    return html`<rl-empty
      icon="table-2"
      heading=${t('designer.decisions.empty')}
      text=${t('designer.decisions.empty.text')}
      >${may(this.meta, 'flows.deploy') ? this.renderActions('') : nothing}</rl-empty
    >`;
  }

  private renderTable(items: DecisionItem[]) {
    return html`<table>
      <thead>
        <tr>
          <th>${t('designer.decision')}</th>
          <th>${t('designer.decisions.usedBy')}</th>
          <th class="number">${t('designer.decisions.rules')}</th>
          <th class="version">${t('designer.list.version')}</th>
          <th class="deployed">${t('designer.list.deployed')}</th>
        </tr>
      </thead>
      <tbody>
        ${items.map((item) => this.renderItem(item))}
      </tbody>
    </table>`;
  }

  private renderItem({ key, name, usedBy, hitPolicy, rules, ...item }: DecisionItem) {
    return html`<tr @click=${() => navigate(decisionPath(key))}>
      <td>
        <a href=${decisionPath(key)}>${name || key}</a>
        <span class="key muted">${key}</span>
      </td>
      <td class="flows" @click=${(event: Event) => event.stopPropagation()}>${flowLinks(usedBy)}</td>
      <td class="number">
        ${
          hitPolicy === null
            ? html`<span class="muted">${t('designer.decisions.expression')}</span>`
            : formatNumber(rules)
        }
      </td>
      <td class="version">${t('designer.version', { version: item.version })}</td>
      <td class="deployed">
        <rl-time value=${item.deployedAt}></rl-time>
        <span class="muted">${nameOfPerson(item.deployedBy)}</span>
      </td>
    </tr>`;
  }

  private readonly create = async (): Promise<void> => {
    try {
      const name = t('designer.decision.untitled');
      const deployed = await openDecisionEditor({ key: newKey(name, this.decisions.value ?? []), name });
      if (deployed?.[0]) navigate(decisionPath(deployed[0].key));
    } catch (error) {
      showProblem(error);
    }
  };

  private readonly onFile = async (): Promise<void> => {
    const file = this.file.files?.[0];
    this.file.value = '';
    if (!file) return;
    const xml = await file.text();
    const [first] = decisionsIn(xml);
    if (!first) return showProblem(new Error(t('designer.decisions.notDmn', { name: file.name })));
    const deployed = await openDecisionEditor({ key: first.key, file: xml, isUpload: true }).catch(
      showProblem,
    );
    if (deployed) await this.decisions.run();
  };
}
