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
import './rl-rule-group.ts';
import { ruleWords } from './rule-words.ts';

type Preset = 'all' | 'own' | 'team' | 'custom';

/** Which records a grant is about: the usual cases by name, all else by conditions. Fires `rl-rule` with `detail: {rule}`. */
@customElement('rl-rule-builder')
export class RlRuleBuilder extends LitElement {
  @consume({ context: metaContext, subscribe: true }) meta!: Meta;
  @property() entity = '';
  @property({ attribute: false }) rule: RuleJson | undefined;
  @state() private tree: RuleGroup = ruleToTree(undefined);
  @state() private preset: Preset = 'all';
  /** What this element itself fired last: it need not be read again. */
  private told: RuleJson | undefined;

  static override styles = [
    base,
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
    `,
  ];

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('rule') || (this.rule === this.told && this.hasUpdated)) return;
    this.tree = ruleToTree(this.rule);
    this.preset = presetOf(this.rule);
  }

  protected override render() {
    const hasOwner = entityOf(this.meta, this.entity)?.owner ?? false;
    const presets: Preset[] = hasOwner ? ['all', 'own', 'team', 'custom'] : ['all', 'custom'];
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
      <p class="words" aria-live="polite">${this.words()}</p>`;
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
    else if (!isSame(rule, this.rule)) this.tell(treeToRule(this.tree));
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
