import { LitElement, css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { showProblem } from '../../web/components/toast.ts';
import { t } from '../../web/data/i18n.ts';
import { base } from '../../web/styles/base.ts';
import { buttons } from '../../web/styles/buttons.ts';
import '../../web/components/rl-button.ts';
import '../../web/components/rl-icon.ts';
import { dropTest, listTests, runTests, type FlowTestItem, type TestResult } from '../data/trials.ts';
import './texts.ts';

/** The tests of a flow, and how they fare on the diagram as it is drawn. */
@customElement('rl-flow-tests')
export class RlFlowTests extends LitElement {
  @property({ attribute: 'flow-key' }) flowKey = '';
  @property() xml = '';
  /** Rises when a test was kept elsewhere. */
  @property({ type: Number }) revision = 0;
  @state() private tests: FlowTestItem[] = [];
  @state() private results = new Map<string, TestResult>();
  @state() private isRunning = false;

  static override styles = [
    base,
    buttons,
    css`
      :host {
        display: block;
        padding: 8px 16px 16px;
      }
      header {
        display: flex;
        align-items: center;
        gap: 8px;
      }
      h3 {
        flex: 1;
        font-size: 13px;
      }
      ul {
        margin: 0;
        padding: 0;
        list-style: none;
      }
      li {
        display: grid;
        grid-template-columns: 16px minmax(0, 1fr) auto;
        gap: 8px;
        align-items: start;
        padding: 6px 0;
        border-top: 1px solid var(--rl-line);
      }
      li > rl-icon {
        margin-top: 2px;
        color: var(--rl-muted);
      }
      .good {
        color: var(--rl-good-text);
      }
      .bad {
        color: var(--rl-bad-text);
      }
      .muted,
      p {
        color: var(--rl-muted);
      }
      .name {
        font-weight: 500;
      }
    `,
  ];

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('flowKey') || changed.has('revision')) void this.load();
    if (changed.has('xml')) this.results = new Map();
  }

  protected override render() {
    return html`<header>
        <h3>${t('trial.tests')}</h3>
        ${
          this.tests.length > 0
            ? html`<rl-button icon="play" ?loading=${this.isRunning} @click=${this.run}
                >${t('trial.tests.run')}</rl-button
              >`
            : nothing
        }
      </header>
      ${
        this.tests.length === 0
          ? html`<p>${t('trial.tests.none')}</p>`
          : html`<ul>
              ${this.tests.map((test) => this.renderTest(test))}
            </ul>`
      }`;
  }

  private renderTest(test: FlowTestItem) {
    const result = this.results.get(test.id);
    const state = result && (result.isPassed ? 'good' : 'bad');
    const icon = { good: 'circle-check', bad: 'circle-x', none: 'circle' }[state ?? 'none'];
    return html`<li>
      <rl-icon
        class=${state ?? ''}
        name=${icon}
        label=${state ? t(`trial.tests.${state}`) : nothing}
      ></rl-icon>
      <div>
        <div class="name">${test.name}</div>
        ${
          result?.isPassed === false
            ? result.differences.map((difference) => html`<div class="bad">${difference}</div>`)
            : html`<div class="muted">${result ? t('trial.tests.good') : test.expects}</div>`
        }
      </div>
      <rl-button
        variant="ghost"
        icon="trash-2"
        label=${t('trial.tests.drop', { name: test.name })}
        @click=${() => this.drop(test)}
      ></rl-button>
    </li>`;
  }

  private async load(): Promise<void> {
    this.tests = await listTests(this.flowKey).catch(() => []);
  }

  private readonly run = async (): Promise<void> => {
    this.isRunning = true;
    try {
      const results = await runTests(this.flowKey, this.xml);
      this.results = new Map(results.map((result) => [result.id, result]));
    } catch (error) {
      showProblem(error);
    } finally {
      this.isRunning = false;
    }
  };

  private async drop({ id }: FlowTestItem): Promise<void> {
    try {
      await dropTest(this.flowKey, id);
      this.tests = this.tests.filter((test) => test.id !== id);
    } catch (error) {
      showProblem(error);
    }
  }
}
