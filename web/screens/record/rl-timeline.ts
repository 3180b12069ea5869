import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { referenceName } from '../../data/reference-name.ts';
import { inSentence } from '../../data/count.ts';
import { t } from '../../data/i18n.ts';
import { listInstancesOf, type InstanceItem } from '../../data/instances.ts';
import { fieldOf, type MetaEntity, type MetaField } from '../../data/meta.ts';
import { loadMessages, loadTimeline, type MessageItem, type TimelineItem } from '../../data/timeline.ts';
import type { Reference } from '../../data/records.ts';
import { isEmptyValue, isReference, textOfValue } from '../../data/values.ts';
import { base } from '../../styles/base.ts';
import { buttons } from '../../styles/buttons.ts';
import '../../components/rl-empty.ts';
import '../../components/rl-icon.ts';
import '../../components/rl-problem.ts';
import '../../components/rl-skeleton.ts';
import '../../components/rl-time.ts';
import { timelineStyles } from './timeline-styles.ts';

interface Entry {
  id: string;
  at: string;
  icon: string;
  text: TemplateResult;
  detail: TemplateResult | typeof nothing;
}

const icons: Record<string, string> = {
  created: 'plus',
  updated: 'pencil',
  deleted: 'trash-2',
  restored: 'rotate-ccw',
  merged: 'merge',
  shared: 'users',
  unshared: 'users',
};

/** What came back of a message to the record; nobody here did it. */
const messageIcons: Record<string, string> = {
  'message.opened': 'mail-open',
  'message.clicked': 'mouse-pointer-click',
  'message.bounced': 'mail-x',
  'message.complained': 'mail-warning',
};

/** Of a sharing: with whom. */
function holderOf({ changes }: TimelineItem): string {
  const share = changes['$share']?.after ?? changes['$share']?.before;
  return typeof share === 'object' && share !== null && 'name' in share ? String(share.name) : '';
}

/** Of a list of records, what came and what went. */
function linkChange(field: MetaField, before: unknown, after: unknown): TemplateResult {
  const [old, now] = [before, after].map((list) => (Array.isArray(list) ? list.filter(isReference) : []));
  const missingIn = (list: Reference[] | undefined, others: Reference[] | undefined): string =>
    (list ?? [])
      .filter(({ id }) => !others?.some((other) => other.id === id))
      .map((each) => referenceName(each))
      .join(t('list.comma'));
  const [added, removed] = [missingIn(now, old), missingIn(old, now)];
  const parts = [
    ...(added ? [t('timeline.linked', { what: added })] : []),
    ...(removed ? [t('timeline.unlinked', { what: removed })] : []),
  ];
  const label = html`<span class="muted">${field.label}${t('timeline.colon')}</span>`;
  return html`${label}<b>${parts.join(t('list.semicolon')) || '…'}</b>`;
}

/** What happened to a record, newest first: changes field by field in words, and the steps of its flows. */
@customElement('rl-timeline')
export class RlTimeline extends LitElement {
  @property({ attribute: false }) entity!: MetaEntity;
  @property({ attribute: 'record-id' }) recordId = '';
  @property({ attribute: false }) pulse = 0;
  @state() private items: TimelineItem[] | undefined;
  @state() private instances: InstanceItem[] = [];
  @state() private messages: MessageItem[] = [];
  @state() private next: string | undefined;
  @state() private error: unknown;

  static override styles = [base, buttons, timelineStyles];

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('recordId') || changed.has('pulse')) void this.load();
  }

  protected override render() {
    if (this.error)
      return html`<rl-problem .error=${this.error} @rl-retry=${() => this.load()}></rl-problem>`;
    if (!this.items) return html`<rl-skeleton rows="6"></rl-skeleton>`;
    const entries = [
      ...this.items.map((item) => this.entryOf(item)),
      ...this.flowEntries(),
      ...this.messages.map(messageEntry),
    ].toSorted((one, other) => other.at.localeCompare(one.at));
    if (entries.length === 0)
      return html`<rl-empty icon="history" heading=${t('timeline.empty')}></rl-empty>`;
    return html`<ol>
        ${repeat(
          entries,
          (entry) => entry.id,
          (entry) =>
            html`<li>
              <rl-icon name=${entry.icon}></rl-icon>
              <div class="grow">
                <p>${entry.text}</p>
                ${entry.detail}
              </div>
              <rl-time value=${entry.at}></rl-time>
            </li>`,
        )}
      </ol>
      ${
        this.next
          ? html`<button type="button" class="button ghost" @click=${this.more}>
              ${t('timeline.older')}
            </button>`
          : nothing
      }`;
  }

  private entryOf(item: TimelineItem): Entry {
    const kind = item.type.split('.').at(-1) ?? '';
    const instance = this.instances.find((each) => each.id === item.cause?.instance);
    const who = instance
      ? this.flowLink(instance)
      : html`<b>${item.actor ? referenceName(item.actor) : t('timeline.system')}</b>`;
    const changed = Object.entries(item.changes ?? {}).filter(([field]) => fieldOf(this.entity, field));
    const isUpdate = kind === 'updated';
    const [only] = changed;
    const via = item.cause?.import
      ? t('timeline.byImport')
      : item.cause?.undo
        ? t('timeline.byUndo')
        : item.cause?.merge && kind !== 'merged'
          ? t('timeline.byMerge')
          : item.cause?.isRetention
            ? t('timeline.byRetention')
            : '';
    const text =
      isUpdate && changed.length === 1 && only
        ? html`${who} ${t('timeline.changed')} ${this.change(only[0], only[1])} ${via}`
        : item.text || item.type in messageIcons
          ? html`${item.text || t(`timeline.${item.type}`)}`
          : html`${who}
            ${t(`timeline.${kind in icons ? kind : 'other'}`, {
              what: inSentence(this.entity.label.one),
              who: holderOf(item),
            })}
            ${via}`;
    return {
      id: item.id,
      at: item.at,
      icon: icons[kind] ?? messageIcons[item.type] ?? 'activity',
      text,
      detail:
        isUpdate && changed.length > 1
          ? html`<ul>
              ${changed.map(([field, change]) => html`<li class="change">${this.change(field, change)}</li>`)}
            </ul>`
          : nothing,
    };
  }

  private change(id: string, { before, after }: { before?: unknown; after?: unknown }): TemplateResult {
    const field = fieldOf(this.entity, id);
    if (field?.type === 'relationMany') return linkChange(field, before, after);
    const now = textOfValue(field, after);
    const label = html`<span class="muted">${field?.label ?? id}</span>`;
    if (isEmptyValue(before)) return html`${label} → <b>${now}</b>`;
    return html`${label} <s>${textOfValue(field, before)}</s> → <b>${now}</b>`;
  }

  private flowEntries(): Entry[] {
    return this.instances.flatMap((instance) => {
      const entry = (at: string, key: string): Entry => ({
        id: `${instance.id} ${key}`,
        at,
        icon: 'workflow',
        text: html`${this.flowLink(instance)} ${t(key)}`,
        detail: nothing,
      });
      const end = instance.endedAt ? [entry(instance.endedAt, `timeline.flow.${instance.state}`)] : [];
      return [entry(instance.startedAt, 'timeline.flow.started'), ...end];
    });
  }

  private flowLink(instance: InstanceItem): TemplateResult {
    return html`<a href="/instances/${instance.id}">${instance.flowName ?? instance.flow}</a>`;
  }

  private async load(): Promise<void> {
    try {
      const record = { entity: this.entity.id, id: this.recordId };
      const [page, messages, instances] = await Promise.all([
        loadTimeline(record),
        loadMessages(record),
        // Without flows the page still tells what happened.
        listInstancesOf(record.entity, record.id).catch(() => ({ items: [] })),
      ]);
      this.items = page.items;
      this.next = page.next ?? undefined;
      this.instances = instances.items;
      this.messages = messages;
      this.error = undefined;
    } catch (error) {
      this.error = error;
    }
  }

  private async more(): Promise<void> {
    const page = await loadTimeline({ entity: this.entity.id, id: this.recordId }, this.next);
    this.items = [...(this.items ?? []), ...page.items];
    this.next = page.next ?? undefined;
  }
}

const messageEntry = ({ id, channel, subject, state, at }: MessageItem): Entry => ({
  ...{ id, at, icon: channel === 'sms' ? 'message-square' : 'mail', detail: nothing },
  text: html`<span class="muted">${t(`timeline.sent.${state}`)}</span> ${subject}`,
});
