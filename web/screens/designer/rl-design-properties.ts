import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { isSame } from '../../../core/screen/overlay/difference.ts';
import { findPlace } from '../../../core/screen/tree/walk.ts';
import { t } from '../../data/i18n.ts';
import { entityOf } from '../../data/meta.ts';
import type { RecordItem } from '../../data/records.ts';
import { base } from '../../styles/base.ts';
import { buttons } from '../../styles/buttons.ts';
import { controls } from '../../styles/controls.ts';
import '../../components/rl-icon.ts';
import type { FindingView, TreeNode } from './design-data.ts';
import type { DesignModel } from './design-model.ts';
import { nodeLabel, type Naming } from './node-label.ts';
import { propertiesOf, type Property } from './node-properties.ts';
import { propertyInput } from './property-input.ts';
import { propertiesStyles } from './properties-styles.ts';

/** What can be set about the part that is chosen. Fires `rl-edited` after each change. */
@customElement('rl-design-properties')
export class RlDesignProperties extends LitElement {
  @property({ attribute: false }) model!: DesignModel;
  @property({ attribute: false }) tree!: TreeNode;
  @property({ attribute: false }) naming!: Naming;
  @property({ attribute: false }) problems: FindingView[] = [];
  @property({ attribute: false }) record: RecordItem | undefined;
  @property() selected = '';

  static override shadowRootOptions = { ...LitElement.shadowRootOptions, delegatesFocus: true };
  static override styles = [base, buttons, controls, propertiesStyles];

  protected override render() {
    const node = this.model.find(this.selected) ?? this.tree;
    const own = this.problems.filter((problem) => problem.node === node.id);
    const properties = propertiesOf(node, { meta: this.naming.meta, root: this.tree });
    return html`<header>
        <h2 class="truncate">${nodeLabel(node, this.naming)}</h2>
        ${this.renderActions(node)}
      </header>
      ${own
        .filter(({ path }) => !properties.some(({ name }) => name === path))
        .map((problem) => html`<p class="problem">${problem.text}</p>`)}
      ${properties.length === 0 ? html`<p class="muted">${t('screens.nothingToSet')}</p>` : nothing}
      ${keyed(
        node.id,
        properties.map((each) => this.renderProperty(each, node)),
      )}`;
  }

  private renderActions(node: TreeNode): TemplateResult | typeof nothing {
    if (node.node === 'screen' || node.node === 'part') return nothing;
    const act = (icon: string, label: string, run: () => unknown): TemplateResult =>
      html`<button
        type="button"
        class="button ghost square"
        aria-label=${label}
        title=${label}
        @click=${() => {
          run();
          this.edited();
        }}
      >
        <rl-icon name=${icon}></rl-icon>
      </button>`;
    const { model } = this;
    return html`<span class="actions">
      ${act('arrow-up', t('screens.up'), () => model.shift(node.id, -1))}
      ${act('arrow-down', t('screens.down'), () => model.shift(node.id, 1))}
      ${
        node.hidden
          ? act('eye', t('screens.show'), () => model.unhide(node.id))
          : act('trash-2', t('screens.remove'), () => model.remove(node.id))
      }
    </span>`;
  }

  private renderProperty(each: Property, node: TreeNode): TemplateResult {
    const was = findPlace(this.model.opened.base, node.id)?.node;
    const [name = each.name] = each.name.split('.');
    const isChanged = was !== undefined && !isSame(was[name], node[name]) && each.kind !== 'items';
    const problem = this.problems.find(({ node: id, path }) => id === node.id && path === each.name);
    const { meta, entity } = this.naming;
    return html`<div class="property">
      <div class="line">
        ${each.kind === 'check' ? nothing : html`<span class="label">${each.label}</span>`}
        ${
          isChanged
            ? html`<button
                type="button"
                class="reset"
                title=${t('screens.asOriginal')}
                aria-label=${t('screens.asOriginalOf', { name: each.label })}
                @click=${() => {
                  this.model.resetProperty(node.id, name);
                  this.edited();
                }}
              >
                <rl-icon name="rotate-ccw"></rl-icon>
              </button>`
            : nothing
        }
      </div>
      ${propertyInput(each, {
        node,
        meta,
        entity: entityOf(meta, entity),
        tree: this.tree,
        texts: this.naming.texts,
        flows: this.naming.flows,
        record: this.record,
        problem: problem?.text ?? '',
        set: (value) => this.set(node.id, each.name, value),
        list: (part, items) => {
          this.model.list(part, items);
          this.edited();
        },
      })}
      ${problem && each.kind !== 'expression' ? html`<p class="field-error" role="alert">${problem.text}</p>` : nothing}
    </div>`;
  }

  /** `date.field` is set inside what `date` holds. */
  private set(id: string, path: string, value: unknown): void {
    const [name = path, inner] = path.split('.');
    if (inner === undefined) this.model.set(id, name, value);
    else {
      // The cast: settings of a screen that have parts are objects.
      const before = (this.model.find(id)?.[name] ?? {}) as Record<string, unknown>;
      this.model.set(id, name, { ...before, [inner]: value === '' ? undefined : value });
    }
    this.edited();
  }

  private edited(): void {
    this.dispatchEvent(new CustomEvent('rl-edited'));
  }
}
