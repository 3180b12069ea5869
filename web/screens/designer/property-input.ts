import { html, nothing, type TemplateResult } from 'lit';
import type { Grouping, Measure, ScreenCondition, ScreenText } from '../../../core/screen/definition.ts';
import { findPlace } from '../../../core/screen/tree/walk.ts';
import { chipsOf, type Chip } from '../../data/filter.ts';
import { t } from '../../data/i18n.ts';
import { entityOf, type Meta, type MetaEntity } from '../../data/meta.ts';
import type { RecordItem } from '../../data/records.ts';
import { isSortable } from '../../data/sort.ts';
import '../../components/rl-filter-bar.ts';
import '../../components/rl-select.ts';
import '../views/rl-field-list.ts';
import type { TreeNode } from './design-data.ts';
import { fieldsFor, type Property } from './node-properties.ts';
import './rl-figure-inputs.ts';
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

/** The control for one property. The casts name what the property holds, as `ScreenNode` and `Screen` say. */
export function propertyInput(property: Property, context: PropertyContext): TemplateResult | typeof nothing {
  const { node, meta, texts, set } = context;
  const { label } = property;
  const value = read(node, property.name);
  switch (property.kind) {
    case 'words':
      return html`<rl-words-input
        label=${label}
        .value=${value as ScreenText | undefined}
        .texts=${texts}
        @rl-words=${(event: CustomEvent<{ value: unknown }>) => set(event.detail.value)}
      ></rl-words-input>`;
    case 'expression':
      return html`<rl-rule-input
        label=${label}
        .value=${String(value ?? '')}
        entity=${context.entity?.id ?? ''}
        problem=${context.problem}
        placeholder=${t(`screens.rule.${property.name}`)}
        .record=${context.record}
        @rl-rule=${(event: CustomEvent<{ value: string }>) => set(event.detail.value)}
      ></rl-rule-input>`;
    case 'check':
      return html`<label class="check"
        ><input
          type="checkbox"
          .checked=${value === true}
          @change=${(event: Event) => set((event.target as HTMLInputElement).checked || undefined)}
        />${t(`screens.check.${property.name}`)}</label
      >`;
    case 'choice':
      return html`<rl-select
        label=${label}
        placeholder=${property.none ?? ''}
        .options=${property.choices}
        value=${String(value ?? '')}
        @change=${(event: CustomEvent<{ value: string }>) =>
          set(property.isNumber && event.detail.value ? Number(event.detail.value) : event.detail.value)}
      ></rl-select>`;
    case 'pixels':
      return html`<input
        class="control"
        type="number"
        min="40"
        max="1200"
        step="10"
        aria-label=${label}
        placeholder=${t('screens.width.own')}
        .value=${String(value ?? '')}
        @change=${(event: Event) => set(Number((event.target as HTMLInputElement).value) || undefined)}
      />`;
    case 'fields':
      return fieldsInput((value as string[] | undefined) ?? [], entityOf(meta, property.entity), set);
    case 'items':
      return itemsInput(property.part, context);
    case 'flows':
      return flowsInput(context);
    case 'sort':
      return sortInput((value as string[] | undefined) ?? [], {
        entity: entityOf(meta, property.entity),
        label,
        set,
      });
    case 'conditions':
      return conditionsInput(
        (value as ScreenCondition[] | undefined) ?? [],
        entityOf(meta, property.entity),
        set,
      );
    case 'measure':
    case 'grouping':
      return html`<rl-figure-inputs
        label=${label}
        kind=${property.kind}
        ?optional=${property.name === 'split'}
        .entity=${entityOf(meta, property.entity)}
        .value=${value as Measure | Grouping | undefined}
        @rl-figure-input=${(event: CustomEvent<{ value: unknown }>) => set(event.detail.value)}
      ></rl-figure-inputs>`;
    case 'shared':
      return html`<rl-shared-editor
        .tree=${context.tree}
        .value=${value}
        @rl-shared=${(event: CustomEvent<{ value: unknown }>) => set(event.detail.value)}
      ></rl-shared-editor>`;
    default:
      return nothing;
  }
}

const read = (node: TreeNode, path: string): unknown =>
  path.split('.').reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], node);

const fieldsInput = (chosen: string[], entity: MetaEntity | undefined, set: (value: unknown) => void) =>
  entity
    ? html`<rl-field-list
        .fields=${fieldsFor('', entity.fields)}
        .chosen=${chosen}
        @rl-fields=${(event: CustomEvent<{ fields: string[] }>) => set(event.detail.fields)}
      ></rl-field-list>`
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
  return html`<rl-field-list
    .fields=${fieldsFor(part, entity.fields)}
    .chosen=${children.filter(({ hidden }) => !hidden).map((child) => String(child['field']))}
    @rl-fields=${(event: CustomEvent<{ fields: string[] }>) => list(part, event.detail.fields.map(made))}
  ></rl-field-list>`;
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
