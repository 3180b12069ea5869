import { consume } from '@lit/context';
import { LitElement, css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { metaContext } from '../../context/meta.ts';
import { t } from '../../data/i18n.ts';
import { entityOf, type Meta } from '../../data/meta.ts';
import {
  isUnfinished,
  me,
  myTeam,
  ruleToTree,
  treeToRule,
  unfinished,
  type RuleGroup,
  type RuleJson,
} from '../../data/rule.ts';
import { base } from '../../styles/base.ts';
import { buttons } from '../../styles/buttons.ts';
import { controls } from '../../styles/controls.ts';
import './rl-rule-group.ts';
import { ruleWords } from './rule-words.ts';

type Preset = 'all' | 'own' | 'team' | 'custom' | 'json';

/** Which records a grant is about: the usual cases by name, conditions by clicks, all else as JSON. Fires `rl-rule` with `detail: {rule}`. */
@customElement('rl-rule-builder')
export class RlRuleBuilder extends LitElement {
  @consume({ context: metaContext, subscribe: true }) meta!: Meta;
  @property() entity = '';
  @property({ attribute: false }) rule: RuleJson | undefined;
  @state() private tree: RuleGroup = ruleToTree(undefined);
  @state() private preset: Preset = 'all';
  @state() private problem = '';
  /** What this element itself fired last: it need not be read again. */
  private told: RuleJson | undefined;

  static override styles = [
    base,
    buttons,
    controls,
    css`
      :host {
        display: block;
      }
      .presets {
        display: flex;
        flex-wrap: wrap;
        gap: 4px 16px;
        margin-bottom: 8px;
      }
      label {
        display: flex;
        align-items: center;
        gap: 6px;
        min-height: 24px;
      }
      .words {
        margin-top: 8px;
        padding: 6px 10px;
        border-radius: var(--rl-radius);
        background: var(--rl-surface);
      }
      textarea {
        font-family: var(--rl-mono);
        font-size: 12px;
      }
      .problem {
        margin-top: 4px;
        color: var(--rl-bad-text);
      }
    `,
  ];

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('rule') || (this.rule === this.told && this.hasUpdated)) return;
    this.tree = ruleToTree(this.rule);
    this.preset = presetOf(this.rule);
    this.problem = '';
  }

  protected override render() {
    const hasOwner = entityOf(this.meta, this.entity)?.owner ?? false;
    const presets: Preset[] = hasOwner ? ['all', 'own', 'team', 'custom', 'json'] : ['all', 'custom', 'json'];
    return html`<div class="presets" role="radiogroup" aria-label=${t('access.which')}>
        ${presets.map(
          (preset) =>
            html`<label
              ><input
                type="radio"
                name="preset"
                .checked=${preset === this.preset}
                @change=${() => this.choose(preset)}
              />${t(`access.preset.${preset}`)}</label
            >`,
        )}
      </div>
      ${
        this.preset === 'custom'
          ? html`<rl-rule-group
              entity=${this.entity}
              .group=${this.tree}
              @rl-group=${(event: CustomEvent<{ group: RuleGroup }>) => {
                this.tree = event.detail.group;
                this.tell(isUnfinished(this.tree) ? unfinished : treeToRule(this.tree));
              }}
            ></rl-rule-group>`
          : nothing
      }
      ${this.preset === 'json' ? this.renderJson() : nothing}
      <p class="words" aria-live="polite">${this.words()}</p>`;
  }

  private renderJson() {
    return html`<textarea
        class="control"
        rows="6"
        spellcheck="false"
        aria-label=${t('access.json')}
        aria-invalid=${this.problem ? 'true' : nothing}
        .value=${JSON.stringify(this.rule === unfinished ? {} : (this.rule ?? {}), null, 2)}
        @input=${(event: Event) => this.readJson((event.target as HTMLTextAreaElement).value)}
      ></textarea>
      ${this.problem ? html`<p class="problem" role="alert">${this.problem}</p>` : nothing}`;
  }

  private words(): string {
    const { one, many } = entityOf(this.meta, this.entity)?.label ?? { one: this.entity, many: this.entity };
    if (this.preset === 'custom' && isUnfinished(this.tree)) return t('rule.unfinished');
    if (treeToRule(this.tree) === undefined) return t('rule.allOf', { entity: many });
    return t('rule.only', {
      entity: one,
      rule: ruleWords(this.tree, { meta: this.meta, entity: this.entity }),
    });
  }

  private choose(preset: Preset): void {
    this.preset = preset;
    const rule =
      preset === 'all'
        ? undefined
        : preset === 'own'
          ? { owner: me }
          : preset === 'team'
            ? { owner: myTeam }
            : this.rule;
    this.tree = ruleToTree(rule);
    if (preset === 'custom' && this.tree.parts.length === 0)
      this.tree = { ...this.tree, parts: [{ kind: 'test', path: '', operator: 'is', value: undefined }] };
    if (preset === 'custom' && isUnfinished(this.tree)) this.tell(unfinished);
    else if (preset !== 'json' && !isSame(rule, this.rule)) this.tell(treeToRule(this.tree));
  }

  private readJson(text: string): void {
    try {
      const read: unknown = text.trim() === '' ? {} : JSON.parse(text);
      if (typeof read !== 'object' || read === null || Array.isArray(read))
        throw new Error(t('access.jsonObject'));
      this.problem = '';
      // The cast: a JSON object; its members are checked by the server when it is previewed or saved.
      this.tree = ruleToTree(read as RuleJson);
      this.tell(Object.keys(read).length === 0 ? undefined : (read as RuleJson));
    } catch (error) {
      this.problem = t('access.jsonWrong', {
        reason: error instanceof Error ? error.message : String(error),
      });
    }
  }

  private tell(rule: RuleJson | undefined): void {
    this.rule = rule;
    this.told = rule;
    this.dispatchEvent(new CustomEvent('rl-rule', { detail: { rule } }));
  }
}

function presetOf(rule: RuleJson | undefined): Preset {
  const plain = treeToRule(ruleToTree(rule));
  if (plain === undefined) return 'all';
  const text = JSON.stringify(plain);
  if (text === JSON.stringify({ owner: me })) return 'own';
  return text === JSON.stringify({ owner: myTeam }) ? 'team' : 'custom';
}

/** Two ways of writing one rule are no change. */
const isSame = (one: RuleJson | undefined, other: RuleJson | undefined): boolean =>
  JSON.stringify(treeToRule(ruleToTree(one))) === JSON.stringify(treeToRule(ruleToTree(other)));
