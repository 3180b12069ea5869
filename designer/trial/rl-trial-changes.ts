import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { t } from '../../web/data/i18n.ts';
import { entityOf, fieldOf, type Meta } from '../../web/data/meta.ts';
import { isEmptyValue, textOfValue } from '../../web/data/values.ts';
import { base } from '../../web/styles/base.ts';
import '../../web/components/rl-icon.ts';
import '../instance/rl-value-tree.ts';
import type { DiagramNames } from '../canvas/rl-diagram.ts';
import type { Trial, TrialChange } from '../data/trials.ts';
import { schemaFields } from '../moddle/schema-fields.ts';
import './texts.ts';

/** Everything that would happen to one record and around it, in words. */
@customElement('rl-trial-changes')
export class RlTrialChanges extends LitElement {
  @property({ attribute: false }) trial!: Trial;
  @property({ attribute: false }) meta!: Meta;
  @property({ attribute: false }) names!: DiagramNames;

  static override styles = [
    base,
    css`
      :host {
        display: block;
      }
      ul {
        margin: 0;
        padding: 0;
        list-style: none;
      }
      li {
        display: grid;
        grid-template-columns: 16px minmax(0, 1fr);
        gap: 8px;
        padding: 6px 0;
        overflow-wrap: anywhere;
      }
      li rl-icon {
        margin-top: 2px;
        color: var(--rl-muted);
      }
      li.bad {
        color: var(--rl-bad-text);
      }
      .muted {
        color: var(--rl-muted);
      }
      b {
        font-weight: 500;
      }
    `,
  ];

  protected override render() {
    const { trial } = this;
    const lines = [
      ...trial.incidents.map((one) => this.line('circle-alert', html`${one.message}`, 'bad')),
      ...trial.changes.map((change) => this.line(icons[change.kind] ?? 'pencil', this.change(change))),
      ...trial.workItems.map((item) =>
        this.line(
          'user-check',
          html`${t('trial.line.work', {
            name: item.name || item.element,
            who:
              item.assignee ??
              ([...item.candidates, ...item.roles.map((role) => this.roleName(role))].join(', ') ||
                t('trial.anybody')),
          })}`,
        ),
      ),
      ...trial.calls.map((call) =>
        this.line(
          call.task.includes('mail') ? 'mail' : 'external-link',
          html`${t('trial.line.call', {
              name: this.names.name(call.element) || call.element,
              task: this.meta.tasks.find((task) => task.id === call.task)?.label ?? call.task,
            })}<rl-value-tree .value=${this.labelled(call)}></rl-value-tree>`,
        ),
      ),
      ...trial.messages.map((message) =>
        this.line('message-square', html`${t(`trial.line.${message.kind}`, { name: message.name })}`),
      ),
      ...trial.starts.map(({ name, count }) =>
        this.line('workflow', html`${t('trial.line.starts', { name, count })}`),
      ),
    ];
    return lines.length > 0
      ? html`<ul>
          ${lines}
        </ul>`
      : html`<p class="muted">${t('trial.nothing')}</p>`;
  }

  private line(icon: string, text: TemplateResult, tone = '') {
    return html`<li class=${tone}>
      <rl-icon name=${icon}></rl-icon>
      <div>${text}</div>
    </li>`;
  }

  /** What the step is given, by the names that its form has for it. */
  private labelled({ task: id, input }: Trial['calls'][number]): unknown {
    const task = this.meta.tasks.find((each) => each.id === id);
    if (!task || typeof input !== 'object' || input === null || Array.isArray(input)) return input;
    const labels = new Map(schemaFields(task.input).map(({ name, label }) => [name, label]));
    return Object.fromEntries(
      Object.entries(input).map(([name, value]) => [labels.get(name) ?? name, value]),
    );
  }

  private roleName(id: string): string {
    return this.meta.roles.find((role) => role.id === id)?.label ?? id;
  }

  private change({ entity: id, kind, title, fields, isHidden }: TrialChange): TemplateResult {
    const entity = entityOf(this.meta, id);
    const what = entity?.label.one ?? id;
    if (isHidden || !entity) return html`${t('trial.line.hidden', { what })}`;
    const said = Object.entries(fields).filter(([field]) => {
      const known = fieldOf(entity, field);
      return known !== undefined && !known.isSystem;
    });
    return html`${t(`trial.line.${kind in icons ? kind : 'updated'}`, { what, name: title ?? '' })}
    ${said.map(([field, { before, after }]) => {
      const known = fieldOf(entity, field);
      return html`<div>
        <span class="muted">${known?.label ?? field}</span>
        ${isEmptyValue(before) ? nothing : html`<s>${textOfValue(known, before)}</s>`} →
        <b>${isEmptyValue(after) ? t('trial.empty-value') : textOfValue(known, after)}</b>
      </div>`;
    })}`;
  }
}

const icons: Record<string, string> = { created: 'plus', updated: 'pencil', deleted: 'trash-2' };
