import { consume } from '@lit/context';
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { conditionWords } from '../../condition/condition-words.ts';
import { metaContext } from '../../context/meta.ts';
import { hasText, t } from '../../data/i18n.ts';
import { entityOf, fieldOf, type Meta } from '../../data/meta.ts';
import { listPermissions } from '../../data/roles.ts';
import { ruleToTree, type RuleJson } from '../../data/rule.ts';
import { fieldScope } from '../../expression/field-scope.ts';
import { base } from '../../styles/base.ts';
import { differenceText, fieldName, placeWords } from './place-words.ts';
import { ruleWords } from './rule-words.ts';

export interface Difference {
  path: string[];
  before: unknown;
  after: unknown;
}

/** What became different in a definition, place by place: before and after, in words. */
@customElement('rl-differences')
export class RlDifferences extends LitElement {
  @consume({ context: metaContext, subscribe: true }) meta!: Meta;
  @property({ attribute: false }) differences: readonly Difference[] = [];
  /** Of the definition. */
  @property() kind = '';
  @property({ attribute: 'definition' }) definition = '';
  /** How many are told; of the others how many they are. */
  @property({ type: Number }) most = 8;

  static override styles = [
    base,
    css`
      ul {
        margin: 0;
        padding: 0;
        color: var(--rl-muted);
        list-style: none;
        overflow-wrap: anywhere;
      }
      b {
        color: var(--rl-text);
        font-weight: 500;
      }
    `,
  ];

  /** Loaded when there is a rule to be told. */
  @state() private toWords: typeof conditionWords | undefined;

  /** What people may do, by id: loaded when a role is to be told. */
  @state() private permissions: ReadonlyMap<string, string> | undefined;

  protected override willUpdate(): void {
    if (!this.permissions && this.differences.some(({ path }) => path.at(-1) === 'permissions')) {
      this.permissions = new Map();
      void listPermissions().then(
        (all) => (this.permissions = new Map(all.map(({ id, label }) => [id, label]))),
        () => {}, // Told by their ids.
      );
    }
    const hasRule = this.differences.some(
      ({ path }) => path.at(-1) === 'expression' || path.includes('rules'),
    );
    if (hasRule && !this.toWords)
      void import('../../condition/condition-words.ts').then(
        (found) => (this.toWords = found.conditionWords),
      );
    if (this.differences.some(({ before, after }) => isXml(before) && isXml(after)))
      void import('../../../designer/difference/rl-diagram-changes.ts');
  }

  protected override render() {
    const { most, meta, kind, definition: id } = this;
    const differences = this.differences.flatMap(oneByOne);
    const others = differences.length - most;
    return html`<ul>
      ${differences
        .slice(0, most)
        .map((difference) =>
          this.renderOne(difference, placeWords({ meta, kind, id, path: difference.path })),
        )}
      ${others > 0 ? html`<li>${t('audit.others', { count: others })}</li>` : nothing}
    </ul>`;
  }

  private renderOne({ path, before, after }: Difference, place: string) {
    const isText = isXml(after);
    if (isText && isXml(before))
      return html`<li>
        ${place ? `${place}: ` : nothing}
        <rl-diagram-changes .older=${before} .newer=${after}></rl-diagram-changes>
      </li>`;
    return html`<li>
      ${place ? `${place}: ` : nothing}
      ${before === null || isText ? nothing : html`<s>${this.textOf(path, before)}</s> → `}<b
        >${this.textOf(path, after)}</b
      >
    </li>`;
  }

  private textOf(path: readonly string[], value: unknown): string {
    const entity = this.kind === 'entity' ? entityOf(this.meta, this.definition) : undefined;
    const level = `access.level.${String(value)}`;
    if (this.kind === 'role' && path.at(-2) === 'fields' && hasText(level)) return t(level);
    if (this.kind === 'role' && path.at(-1) === 'where') return this.recordsText(path, value);
    if (path.at(-1) === 'roles') return this.rolesText(value);
    if (path.at(-1) === 'permissions' && Array.isArray(value))
      return differenceText(value.map((id) => this.permissions?.get(String(id)) ?? id));
    if (isXml(value)) return t('audit.diagram');
    const field = path.at(-1) === 'field' && entity ? fieldOf(entity, String(value)) : undefined;
    if (field) return field.label;
    if (this.kind !== 'entity') return differenceText(value);
    if (path.at(-1) === 'expression' && typeof value === 'string') return this.ruleText(value);
    // The cast: any object may be asked for its members.
    const { expression, message, fields } = (value ?? {}) as Record<string, unknown>;
    if (typeof expression === 'string' && message !== undefined)
      return t('audit.typed', { name: differenceText(message), type: this.ruleText(expression) });
    if (Array.isArray(fields))
      return fields.map((id) => (entity ? fieldName(entity, String(id)) : id)).join(t('list.comma'));
    return differenceText(value);
  }

  private rolesText(value: unknown): string {
    const labels = new Map(this.meta.roles.map(({ id, label }) => [id, label]));
    return differenceText(Array.isArray(value) ? value.map((id) => labels.get(String(id)) ?? id) : value);
  }

  /** Which records a role is about. */
  private recordsText(path: readonly string[], value: unknown): string {
    if (value === null) return t('rule.every');
    const entity = path[path.indexOf('grants') + 1] ?? '';
    // The cast: what a role keeps there.
    return ruleWords(ruleToTree(value as RuleJson), { meta: this.meta, entity });
  }

  private ruleText(expression: string): string {
    return this.toWords?.(expression, fieldScope(this.meta, this.definition)) ?? expression;
  }
}

const isXml = (value: unknown): value is string => typeof value === 'string' && value.startsWith('<?xml');

/** The first rule of an entity, and the first field that a role restricts, come with the whole list of them. */
function oneByOne(difference: Difference): Difference[] {
  const { path, before, after } = difference;
  if (path.at(-1) === 'permissions') return [onlyOther(difference)];
  const isList =
    ['rules', 'uniques'].includes(path.at(-1)!) || (path.at(-1) === 'fields' && path[0] === 'grants');
  if (!isList) return [difference];
  // The cast: a list of rules is kept by their ids.
  const [from, to] = [before, after].map((list) => (list ?? {}) as Record<string, unknown>);
  return [...new Set([...Object.keys(from!), ...Object.keys(to!)])].map((id) => ({
    path: [...path, id],
    before: from![id] ?? null,
    after: to![id] ?? null,
  }));
}

/** Of two lists what only one of them has. */
function onlyOther({ path, before, after }: Difference): Difference {
  const [from, to] = [before, after].map((list): unknown[] => (Array.isArray(list) ? list : []));
  const [gone, come] = [from!.filter((one) => !to!.includes(one)), to!.filter((one) => !from!.includes(one))];
  return { path, before: gone.length > 0 ? gone : null, after: come };
}
