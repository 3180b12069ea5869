import { html, nothing, type TemplateResult } from 'lit';
import type { ScreenCondition } from '../../../core/screen/definition.ts';
import { findPlace } from '../../../core/screen/tree/walk.ts';
import { chipsOf, type Chip } from '../../data/filter.ts';
import { t } from '../../data/i18n.ts';
import { entityOf, type Meta, type MetaEntity } from '../../data/meta.ts';
import type { RecordItem } from '../../data/records.ts';
import { isSortable } from '../../data/sort.ts';
import '../../components/rl-filter-bar.ts';
import '../../components/rl-select.ts';
import '../views/rl-field-order.ts';
import type { TreeNode } from './design-data.ts';
import { fieldsFor, type Property } from './node-properties.ts';
import './rl-figure-inputs.ts';
import './rl-report-choice.ts';
import './rl-rule-input.ts';
import './rl-shared-editor.ts';
import './rl-words-input.ts';

export interface PropertyContext {
  node: TreeNode;
  meta: Meta;
  /** Of the screen. */
  entity: MetaEntity | undefined;
  tree: TreeNode;
  texts: Readonly<Record<string, string>>;
  flows: ReadonlyMap<string, string>;
  record: RecordItem | undefined;
  problem: string;
  set(value: unknown): void;
  list(part: string, items: readonly TreeNode[]): void;
}

type Kind = Property['kind'];
type Input<K extends Kind> = (
  property: Extract<Property, { kind: K }>,
  context: PropertyContext,
) => TemplateResult | typeof nothing;

/** The control for one property. */
export function propertyInput(property: Property, context: PropertyContext): TemplateResult | typeof nothing {
  // The cast: the table has for each kind the input of that kind.
  const input = inputs[property.kind] as Input<Kind>;
  return input(property, context);
}

const checked = (event: Event): boolean => (event.target as HTMLInputElement).checked; // of a box

const figureInput = (
  { name, label, kind, entity }: Extract<Property, { kind: 'measure' } | { kind: 'grouping' }>,
  { node, meta, set }: PropertyContext,
): TemplateResult =>
  html`<rl-figure-inputs
    label=${label}
    kind=${kind}
    ?optional=${name === 'split'}
    .entity=${entityOf(meta, entity)}
    .value=${read(node, name)}
    @rl-figure-input=${(event: CustomEvent<{ value: unknown }>) => set(event.detail.value)}
  ></rl-figure-inputs>`;

/** The casts name what the property holds, as `ScreenNode` and `Screen` say. */
const inputs: { [K in Kind]: Input<K> } = {
  words: ({ name, label }, { node, texts, set }) =>
    html`<rl-words-input
      label=${label}
      .value=${read(node, name)}
      .texts=${texts}
      @rl-words=${(event: CustomEvent<{ value: unknown }>) => set(event.detail.value)}
    ></rl-words-input>`,
  expression: ({ name, label }, { node, entity, problem, record, set }) =>
    html`<rl-rule-input
      label=${label}
      .value=${String(read(node, name) ?? '')}
      entity=${entity?.id ?? ''}
      problem=${problem}
      placeholder=${t(`screens.rule.${name}`)}
      .record=${record}
      @rl-rule=${(event: CustomEvent<{ value: string }>) => set(event.detail.value)}
    ></rl-rule-input>`,
  check: ({ name, label }, { node, set }) =>
    html`<label class="check"
      ><input
        type="checkbox"
        .checked=${read(node, name) === true}
        @change=${(event: Event) => set(checked(event) || undefined)}
      />${label}</label
    >`,
  choice: ({ name, label, none, choices, isNumber }, { node, set }) =>
    html`<rl-select
      label=${label}
      placeholder=${none ?? ''}
      .options=${choices}
      value=${String(read(node, name) ?? '')}
      @change=${(event: CustomEvent<{ value: string }>) =>
        set(isNumber && event.detail.value ? Number(event.detail.value) : event.detail.value)}
    ></rl-select>`,
  pixels: ({ name, label }, { node, set }) =>
    html`<input
      class="control"
      type="number"
      min="40"
      max="1200"
      step="10"
      aria-label=${label}
      placeholder=${t('screens.width.own')}
      .value=${String(read(node, name) ?? '')}
      @change=${(event: Event) => set(Number((event.target as HTMLInputElement).value) || undefined)}
    />`,
  fields: ({ name, entity }, { node, meta, set }) =>
    fieldsInput((read(node, name) as string[] | undefined) ?? [], entityOf(meta, entity), set),
  items: ({ part }, context) => itemsInput(part, context),
  flows: (_property, context) => flowsInput(context),
  sort: ({ name, label, entity }, { node, meta, set }) =>
    sortInput((read(node, name) as string[] | undefined) ?? [], {
      entity: entityOf(meta, entity),
      label,
      set,
    }),
  conditions: ({ name, entity }, { node, meta, set }) =>
    conditionsInput((read(node, name) as ScreenCondition[] | undefined) ?? [], entityOf(meta, entity), set),
  measure: figureInput,
  grouping: figureInput,
  report: ({ name, label }, { node, set }) =>
    html`<rl-report-choice
      label=${label}
      value=${String(read(node, name) ?? '')}
      @rl-report=${(event: CustomEvent<{ value: string }>) => set(event.detail.value)}
    ></rl-report-choice>`,
  shared: ({ name }, { node, tree, set }) =>
    html`<rl-shared-editor
      .tree=${tree}
      .value=${read(node, name)}
      @rl-shared=${(event: CustomEvent<{ value: unknown }>) => set(event.detail.value)}
    ></rl-shared-editor>`,
};

const read = (node: TreeNode, path: string): unknown =>
  path.split('.').reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], node);

const fieldsInput = (chosen: string[], entity: MetaEntity | undefined, set: (value: unknown) => void) =>
  entity
    ? html`<rl-field-order
        .fields=${fieldsFor('', entity.fields)}
        .chosen=${chosen}
        @rl-fields=${(event: CustomEvent<{ fields: string[] }>) => set(event.detail.fields)}
      ></rl-field-order>`
    : nothing;

function itemsInput(part: string, { entity, tree, list }: PropertyContext): TemplateResult | typeof nothing {
  if (!entity) return nothing;
  const children = findPlace(tree, part)?.node.children ?? [];
  const made = (field: string): TreeNode =>
    children.find((child) => child['field'] === field) ?? {
      id: `${part.slice(1)}.${field}`,
      node: 'field',
      field,
    };
  return html`<rl-field-order
    .fields=${fieldsFor(part, entity.fields)}
    .chosen=${children.filter(({ hidden }) => !hidden).map((child) => String(child['field']))}
    @rl-fields=${(event: CustomEvent<{ fields: string[] }>) => list(part, event.detail.fields.map(made))}
  ></rl-field-order>`;
}

function flowsInput({ tree, flows, list }: PropertyContext): TemplateResult {
  const children = findPlace(tree, '#actions')?.node.children ?? [];
  const shown = children.filter(({ hidden }) => !hidden);
  if (flows.size === 0) return html`<p class="muted">${t('screens.noFlows')}</p>`;
  return html`<div role="group" aria-label=${t('screens.property.actions')}>
    ${[...flows].map(([key, name]) => {
      const own = children.find((child) => child['flow'] === key);
      const isChosen = own !== undefined && !own.hidden;
      const next = own ?? { id: `actions.${key}`, node: 'action', flow: key };
      return html`<label class="check"
        ><input
          type="checkbox"
          .checked=${isChosen}
          @change=${() => list('#actions', isChosen ? shown.filter((each) => each !== own) : [...shown, next])}
        />${name}</label
      >`;
    })}
  </div>`;
}

function sortInput(
  sort: string[],
  { entity, label, set }: { entity: MetaEntity | undefined; label: string; set: (value: unknown) => void },
): TemplateResult {
  const options = (entity?.fields ?? []).filter(isSortable).flatMap(({ id, label: name }) => [
    { value: id, label: t('screens.sort.up', { name }) },
    { value: `-${id}`, label: t('screens.sort.down', { name }) },
  ]);
  return html`<rl-select
    label=${label}
    placeholder=${t('screens.sort.changed')}
    .options=${options}
    value=${sort[0] ?? ''}
    @change=${(event: CustomEvent<{ value: string }>) =>
      set(event.detail.value ? [event.detail.value, ...sort.slice(1)] : undefined)}
  ></rl-select>`;
}

const conditionsInput = (
  conditions: ScreenCondition[],
  entity: MetaEntity | undefined,
  set: (value: unknown) => void,
) =>
  entity
    ? html`<rl-filter-bar
        conditions
        .entity=${entity}
        .chips=${chipsOf(conditions, entity.fields)}
        @rl-filter=${(event: CustomEvent<{ chips: Chip[] }>) =>
          set(event.detail.chips.length > 0 ? event.detail.chips : undefined)}
      ></rl-filter-bar>`
    : nothing;
