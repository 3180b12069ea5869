import { LitElement, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { findRecords, type Choice } from '../../data/choices.ts';
import { formatNumber, t } from '../../data/i18n.ts';
import { gather } from '../../data/gather.ts';
import { onLive } from '../../data/live.ts';
import { may, type Meta } from '../../data/meta.ts';
import { referenceName } from '../../data/reference-name.ts';
import {
  changeMembers,
  readSegment,
  segmentMembers,
  type SegmentMember,
  type SegmentState,
} from '../../data/segments.ts';
import { base } from '../../styles/base.ts';
import { buttons } from '../../styles/buttons.ts';
import { controls } from '../../styles/controls.ts';
import '../../components/rl-empty.ts';
import '../../components/rl-icon.ts';
import '../../components/rl-picker.ts';
import '../../components/rl-tag.ts';
import '../../components/rl-time.ts';
import { showProblem } from '../../components/toast.ts';
import { segmentStyles } from './segment-styles.ts';

const lookAgain = 1_500;

/** Who is in a segment now; on a list that people keep, with adding and taking off. */
@customElement('rl-segment-members')
export class RlSegmentMembers extends LitElement {
  @property({ attribute: false }) meta!: Meta;
  @property({ attribute: false }) segment!: SegmentState;
  @state() private members: SegmentMember[] | undefined;
  @state() private now: SegmentState | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private stops: (() => void)[] = [];
  /** Any record may be one that the condition reads; its members change a moment later. */
  private readonly again = gather<null>(lookAgain, () => void this.load());

  static override styles = [base, buttons, controls, segmentStyles];

  override connectedCallback(): void {
    super.connectedCallback();
    this.stops = [onLive('record', () => this.again(null)), onLive('resync', () => this.again(null))];
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const stop of this.stops) stop();
    this.again.cancel();
    clearTimeout(this.timer);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('segment')) void this.load();
  }

  protected override render() {
    const segment = this.now ?? this.segment;
    const canEdit = segment.isList && may(this.meta, 'segments.manage');
    return html`<h3>
        ${t('segment.members')} <span class="muted">${formatNumber(segment.members)}</span>
        ${segment.state === 'ready' ? nothing : html`<rl-tag tone=${segment.state === 'failed' ? 'bad' : 'warn'}>${t(`segment.state.${segment.state}`)}</rl-tag>`}
      </h3>
      <p class="muted">${t('segment.signal')} <code>${segment.key}</code></p>
      ${
        canEdit
          ? html`<rl-picker
              label=${t('segment.add')}
              placeholder=${t('segment.add')}
              .keep=${false}
              .source=${findRecords(this.meta, segment.entity)}
              @change=${(event: CustomEvent<{ value: Choice | null }>) =>
                event.detail.value && this.change({ add: [event.detail.value.id] })}
            ></rl-picker>`
          : nothing
      }
      ${
        this.members?.length === 0
          ? html`<rl-empty
              icon="users"
              heading=${t('segment.nobody')}
              text=${t('segment.nobodyText')}
            ></rl-empty>`
          : html`<ul class="list">
              ${(this.members ?? []).map(
                (member) =>
                  html`<li>
                    <a class="truncate" href="/r/${segment.entity}/${member.id}">${referenceName(member)}</a>
                    <span class="muted"><rl-time value=${member.enteredAt}></rl-time></span>
                    ${
                      canEdit
                        ? html`<button
                            type="button"
                            class="button ghost"
                            aria-label=${t('segment.takeOff', { name: member.title ?? '' })}
                            @click=${() => this.change({ remove: [member.id] })}
                          >
                            <rl-icon name="x"></rl-icon>
                          </button>`
                        : nothing
                    }
                  </li>`,
              )}
            </ul>`
      }`;
  }

  private async load(): Promise<void> {
    clearTimeout(this.timer);
    const { id } = this.segment;
    const [page, now] = await Promise.all([segmentMembers(id), readSegment(id)]).catch(() => []);
    if (!page || !now || id !== this.segment.id) return;
    this.members = page.items;
    this.now = now;
    if (now.state === 'building') this.timer = setTimeout(() => void this.load(), lookAgain);
  }

  private async change(change: { add?: string[]; remove?: string[] }): Promise<void> {
    await changeMembers(this.segment.id, change).catch(showProblem);
    await this.load();
  }
}
