import { consume } from '@lit/context';
import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { metaContext } from '../../context/meta.ts';
import { findPeople, type Choice } from '../../data/choices.ts';
import { t } from '../../data/i18n.ts';
import { entityOf, may, type Meta } from '../../data/meta.ts';
import { ruleToTree } from '../../data/rule.ts';
import { askWhy, type WhyAnswer, type WhyField, type WhyGrant, type WhyShare } from '../../data/why.ts';
import { formatDate } from '../../data/format.ts';
import { base } from '../../styles/base.ts';
import '../../components/rl-icon.ts';
import '../../components/rl-picker.ts';
import '../../components/rl-problem.ts';
import '../../components/rl-skeleton.ts';
import '../../components/rl-tag.ts';
import { ruleWords, type WordsContext } from './rule-words.ts';
import { whyStyles } from './why-styles.ts';
import { stepWords, stepsOf } from './why-words.ts';

/** Why somebody sees a record and its fields, or does not: every role, rule, team and share with its answer. */
@customElement('rl-why')
export class RlWhy extends LitElement {
  @consume({ context: metaContext, subscribe: true }) meta!: Meta;
  @property({ attribute: false }) record!: { entity: string; id: string };
  /** Whose sight is asked about first; the reader's own when absent. */
  @property({ attribute: false }) person: Choice | null = null;
  @state() private answer: WhyAnswer | undefined;
  @state() private error: unknown;
  private asked = 0;

  static override styles = [base, whyStyles];

  protected override willUpdate(changed: PropertyValues<this>): void {
    const isOther = changed.has('record') && changed.get('record')?.id !== this.record.id;
    if (isOther || changed.has('person')) void this.load();
  }

  protected override render() {
    return html`${
      may(this.meta, 'access.explain')
        ? html`<rl-picker
            label=${t('why.whose')}
            .source=${findPeople}
            .value=${this.person ?? { id: this.meta.actor.id, title: this.meta.actor.name }}
            required
            @change=${(event: CustomEvent<{ value: Choice | null }>) => {
              event.stopPropagation();
              this.person = event.detail.value;
            }}
          ></rl-picker>`
        : nothing
    }
    ${this.renderAnswer()}`;
  }

  private renderAnswer() {
    if (this.error)
      return html`<rl-problem inline .error=${this.error} @rl-retry=${() => this.load()}></rl-problem>`;
    if (!this.answer) return html`<rl-skeleton rows="5"></rl-skeleton>`;
    const { answer } = this;
    return html`<p class="verdict ${answer.actions.read ? 'yes' : 'no'}" role="status">
        <rl-icon name=${answer.actions.read ? 'check' : 'x'}></rl-icon>
        <span>${this.verdict(answer)}</span>
      </p>
      <h3>${t('why.roles')}</h3>
      ${answer.grants.length === 0 ? html`<p class="muted">${t('why.noRole', { name: answer.person.title })}</p>` : nothing}
      <ul>
        ${answer.grants.map((grant) => this.renderGrant(grant))}
      </ul>
      ${
        answer.shares.length > 0
          ? html`<h3>${t('why.shares')}</h3>
              <ul>
                ${answer.shares.map((share) => this.renderShare(share))}
              </ul>`
          : nothing
      }
      ${this.renderFields(answer)}`;
  }

  private verdict({ person, actions }: WhyAnswer): string {
    const key = !actions.read ? 'cannot' : actions.delete ? 'all' : actions.update ? 'change' : 'see';
    return t(`why.verdict.${key}`, { name: person.title });
  }

  private renderGrant(grant: WhyGrant): TemplateResult {
    const { context } = this;
    const { links } = this.answer!;
    const actions = grant.actions.map((action) => t(`access.action.${action}`)).join(t('list.comma'));
    const steps = stepsOf(grant.rule);
    return html`<li class=${grant.holds ? 'yes' : 'no'}>
      <rl-icon
        name=${grant.holds ? 'check' : 'x'}
        label=${t(grant.holds ? 'why.holds' : 'why.failed')}
      ></rl-icon>
      <div>
        <p>
          ${this.roleLink(grant.role)}
          <span class="muted">${t('why.allows', { actions })}</span>
        </p>
        <p>
          ${grant.where === undefined ? t('why.everyRecord') : t('why.where', { rule: ruleWords(ruleToTree(grant.where), context) })}
        </p>
        ${steps.map(
          ({ test, isNegated }) =>
            html`<p class="step">
              <rl-icon name=${test.holds !== isNegated ? 'check' : 'x'}></rl-icon
              >${stepWords(test, context, links)}
            </p>`,
        )}
      </div>
    </li>`;
  }

  private roleLink(role: string): TemplateResult {
    const name = this.answer!.names[role] ?? role;
    return may(this.meta, 'roles.manage')
      ? html`<a class="role" href="/settings/roles/${encodeURIComponent(role)}">${name}</a>`
      : html`<b>${name}</b>`;
  }

  private renderShare(share: WhyShare): TemplateResult {
    const { names } = this.answer!;
    return html`<li class=${share.holds ? 'yes' : 'no'}>
      <rl-icon name=${share.holds ? 'check' : 'x'}></rl-icon>
      <div>
        <p>
          ${t(`why.share.${share.level}`, {
            holder: names[share.holder] ?? share.holder,
            by: names[share.createdBy] ?? share.createdBy,
          })}
        </p>
        ${share.until ? html`<p class="muted">${t(share.holds ? 'why.until' : 'why.ended', { day: formatDate(share.until) })}</p>` : nothing}
      </div>
    </li>`;
  }

  private renderFields({ fields, grants, actions }: WhyAnswer) {
    if (!actions.read) return nothing;
    if (fields.length === 0)
      return html`<h3>${t('access.fields')}</h3>
        <p class="muted">${t('why.fieldsOpen')}</p>`;
    return html`<h3>${t('access.fields')}</h3>
      <ul>
        ${fields.map((field) => this.renderField(field, grants))}
      </ul>
      <p class="muted">${t('why.otherFields')}</p>`;
  }

  private renderField(field: WhyField, grants: WhyGrant[]): TemplateResult {
    const label = entityOf(this.meta, this.record.entity)?.fields.find(({ id }) => id === field.field)?.label;
    const tones = { seen: 'good', masked: 'violet', hidden: 'bad' } as const;
    const reasons = field.grants.map((index) => grants[index]!);
    return html`<li>
      <rl-tag tone=${tones[field.level]}>${t(`why.level.${field.level}`)}</rl-tag>
      <div>
        <p>
          <b>${label ?? field.field}</b>
          ${field.canWrite ? nothing : html`<span class="muted">${t('why.readOnly')}</span>`}
        </p>
        ${reasons.map(
          (grant) =>
            html`<p class="muted">
              ${t(`why.field.${grant.fields[field.field]}`, { role: this.answer!.names[grant.role] ?? grant.role })}
              ${grant.holds ? nothing : t('why.notHere')}
            </p>`,
        )}
        ${
          field.level === 'seen'
            ? grants
                .filter(
                  (grant) => grant.holds && !grant.fields[field.field] && grant.actions.includes('read'),
                )
                .map(
                  (grant) =>
                    html`<p class="muted">
                      ${t('why.field.open', { role: this.answer!.names[grant.role] ?? grant.role })}
                    </p>`,
                )
            : nothing
        }
      </div>
    </li>`;
  }

  private get context(): WordsContext {
    return { meta: this.meta, entity: this.record.entity, names: this.answer?.names ?? {} };
  }

  private async load(): Promise<void> {
    const asked = ++this.asked;
    try {
      const answer = await askWhy(this.record, this.person?.id);
      if (asked !== this.asked) return;
      this.answer = answer;
      this.error = undefined;
    } catch (error) {
      if (asked === this.asked) this.error = error;
    }
  }
}
