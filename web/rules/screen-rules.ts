/**
 * `visible` and `required` of a screen's nodes, decided here with the very compiler that the server uses: it is
 * loaded when a screen has such a rule, and lies beside `data`, whose files are all in the first load. The server
 * stays the judge of what is written.
 */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Environment } from '../../core/expression/context.ts';
import type { ScreenNode } from '../../core/screen/definition.ts';
import type { Meta, MetaEntity } from '../data/meta.ts';
import type { decide } from './rule-engine.ts';

let engine: { decide: typeof decide } | undefined;
let loading: Promise<void> | undefined;

export interface RuleScope {
  meta: Meta;
  entity: MetaEntity;
  /** By field, as the API shows them; what is missing is empty. */
  values: Readonly<Record<string, unknown>>;
}

/** Draws its host again once rules can be decided; until then what has a rule is not shown. */
export class ScreenRules implements ReactiveController {
  private readonly host: ReactiveControllerHost;

  constructor(host: ReactiveControllerHost) {
    this.host = host;
    host.addController(this);
  }

  hostConnected(): void {
    // Nothing before a screen with a rule is drawn.
  }

  /** The nodes to show, with `required` decided: `true` or absent. */
  decide(nodes: readonly ScreenNode[], scope: RuleScope): ScreenNode[] {
    if (!hasRules(nodes)) return [...nodes];
    if (!engine) {
      this.load();
      return nodes.filter((node) => !hasRules([node]));
    }
    const ask = asking(engine, scope);
    return nodes.flatMap((node) => decided(node, ask));
  }

  private load(): void {
    loading ??= import('./rule-engine.ts').then((module) => {
      engine = module;
    });
    void loading.then(() => this.host.requestUpdate());
  }
}

type Ask = (source: string, otherwise: boolean) => boolean;

function asking({ decide: ask }: NonNullable<typeof engine>, { meta, entity, values }: RuleScope): Ask {
  const empty = Object.fromEntries(entity.fields.map(({ id }) => [id, null]));
  const types = new Map(entity.fields.map(({ id, type, result }) => [id, result?.type ?? type]));
  const environment: Environment = {
    bindings: { actor: { id: meta.actor.id, name: meta.actor.name } },
    now: Date.now(),
    timeZone: meta.company.timeZone,
    strict: true,
  };
  return (source, otherwise) =>
    ask(
      source,
      { record: { ...empty, ...values }, typeOf: (field) => types.get(field), environment },
      otherwise,
    );
}

function decided(node: ScreenNode, ask: Ask): ScreenNode[] {
  const { visible, ...rest } = node;
  // A rule that fails hides nothing, and asks for nothing.
  if (visible !== undefined && !ask(visible, true)) return [];
  // The cast: a node of a union without one optional member is still of that union.
  const shown = rest as ScreenNode;
  if ('children' in shown) {
    const children = shown.children.flatMap((child) => decided(child, ask));
    // A tab of which nothing is left would be an empty page.
    return children.length === 0 && shown.children.length > 0 ? [] : [{ ...shown, children }];
  }
  if (shown.node !== 'field' || shown.required === undefined) return [shown];
  const { required, ...field } = shown;
  return [ask(required, false) ? { ...field, required: 'true' } : field];
}

const hasRules = (nodes: readonly ScreenNode[]): boolean =>
  nodes.some(
    (node) =>
      node.visible !== undefined ||
      (node.node === 'field' && node.required !== undefined) ||
      ('children' in node && hasRules(node.children)),
  );
