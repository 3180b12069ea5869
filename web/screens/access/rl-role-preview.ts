import { LitElement, css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { findPeople, type Choice } from '../../data/choices.ts';
import { gather } from '../../data/gather.ts';
import { t } from '../../data/i18n.ts';
import { previewRole, type RoleDraft, type VisibleCount } from '../../data/roles.ts';
import { unfinished } from '../../data/rule.ts';
import { base } from '../../styles/base.ts';
import '../../components/rl-picker.ts';

/** How many records of an entity the role as it stands here shows to somebody, before it is saved. */
@customElement('rl-role-preview')
export class RlRolePreview extends LitElement {
  @property({ attribute: false }) edited!: RoleDraft & { id: string };
  @property() entity = '';
  @property() label = '';
  @state() private person: Choice | null = null;
  @state() private count: VisibleCount | undefined;
  @state() private problem = '';
  private asked = 0;
  private readonly again = gather<null>(350, () => void this.load());

  static override styles = [
    base,
    css`
      :host {
        display: grid;
        grid-template-columns: 112px minmax(0, 220px) minmax(0, 1fr);
        gap: 4px 12px;
        align-items: center;
        padding: 10px 0;
        border-top: 1px solid var(--rl-line);
      }
      .name {
        color: var(--rl-muted);
      }
      p {
        font-variant-numeric: tabular-nums;
      }
      .problem {
        color: var(--rl-bad-text);
      }
      @media (max-width: 720px) {
        :host {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `,
  ];

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('edited') || changed.has('entity') || changed.has('person')) this.again(null);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.again.cancel();
  }

  protected override render() {
    return html`<span class="name">${t('access.preview')}</span>
      <rl-picker
        label=${t('access.previewFor')}
        placeholder=${t('access.previewFor')}
        .source=${findPeople}
        .value=${this.person}
        @change=${(event: CustomEvent<{ value: Choice | null }>) => (this.person = event.detail.value)}
      ></rl-picker>
      <p aria-live="polite" class=${this.problem ? 'problem' : ''}>
        ${this.problem || (this.count ? this.words(this.count) : nothing)}
      </p>`;
  }

  private words({ total, byRole, visible }: VisibleCount): string {
    const params = { entity: this.label, total, byRole, visible, name: this.person?.title ?? '' };
    if (!this.person) return t('access.previewRole', params);
    return t(visible > byRole ? 'access.previewMore' : 'access.previewPerson', params);
  }

  private async load(): Promise<void> {
    const asked = ++this.asked;
    const { edited: role, entity, person } = this;
    if (role.grants.some(({ where }) => where === unfinished)) {
      // The figures were of the rule before.
      this.count = undefined;
      return;
    }
    try {
      const count = await previewRole({ role, entity, ...(person && { user: person.id }) });
      if (asked !== this.asked) return;
      this.count = count;
      this.problem = '';
    } catch (error) {
      if (asked === this.asked) this.problem = error instanceof Error ? error.message : String(error);
    }
  }
}
