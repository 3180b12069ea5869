import type { Node } from './ast.ts';
import { operandOf, pairsOf, required } from './ast.ts';
import { namesSetIn } from './names-set-in.ts';

/** A `$name` and the members read from it, as far as they stand in the source; `[]` is the whole value. */
export interface ReadPath {
  root: string;
  path: string[];
}

export interface Facts {
  /** Names looked up in the scope, such as `amount`; those that only `$exists` or `??` ask for are not among them. */
  roots: string[];
  /** `$name`s that the expression does not set itself, without built-in functions. */
  bindings: string[];
  paths: ReadPath[];
  /** Calls `$get(entity, id)` whose entity stands in the source; `id` is the path it is read from, or the text. */
  gets: { entity: string; id: ReadPath | string | undefined }[];
  /** Every `$name(…)` that is called by name. */
  calls: string[];
}

/** Where names are looked up: the scope itself, something reached from a binding, or something unknown. */
type Place = { kind: 'scope' } | { kind: 'path'; read: ReadPath } | { kind: 'elsewhere' };

const scopePlace: Place = { kind: 'scope' };
const elsewhere: Place = { kind: 'elsewhere' };

/** Marks roots, lenient names and free variables in the tree, and collects what it reads. */
export function annotate(tree: Node, isBuiltIn: (name: string) => boolean): Facts {
  const walk = new Walk(namesSetIn(tree), isBuiltIn);
  walk.use(tree, scopePlace);
  return walk.facts();
}

class Walk {
  private readonly own: ReadonlySet<string>;
  private readonly isBuiltIn: (name: string) => boolean;
  private readonly roots = new Set<string>();
  private readonly bindings = new Set<string>();
  private readonly calls = new Set<string>();
  private readonly paths = new Map<string, ReadPath>();
  private readonly gets: Facts['gets'] = [];

  constructor(own: ReadonlySet<string>, isBuiltIn: (name: string) => boolean) {
    this.own = own;
    this.isBuiltIn = isBuiltIn;
  }

  facts(): Facts {
    return {
      roots: [...this.roots],
      bindings: [...this.bindings],
      paths: [...this.paths.values()],
      gets: this.gets,
      calls: [...this.calls],
    };
  }

  /** Visits a node whose value is used as it is, not only something in it. */
  use(node: Node, place: Place): Place {
    const value = this.visit(node, place);
    this.note(value);
    return value;
  }

  /** Visits a node whose names are looked up in `place`; answers the place that its value is. */
  visit(node: Node, place: Place): Place {
    const value = this.visitBare(node, place);
    for (const filter of node.predicate ?? []) this.use(filter.expr, value);
    if (node.type !== 'path') this.visitGroup(node, value);
    return value;
  }

  private visitBare(node: Node, place: Place): Place {
    switch (node.type) {
      case 'path':
        return this.visitPath(node, place);
      case 'name':
        return this.visitName(node, place);
      case 'variable':
        return this.visitVariable(node, place);
      case 'function':
      case 'partial':
        this.visitCall(node, place);
        return elsewhere;
      case 'block':
        return (node.expressions ?? []).map((part) => this.use(part, place)).at(-1) ?? elsewhere;
      case 'transform':
        return elsewhere;
      case 'apply':
        this.use(operandOf(node), place);
        this.use(required(node.rhs), place);
        return elsewhere;
      case 'wildcard':
      case 'descendant':
        this.note(place);
        return elsewhere;
      default:
        this.visitParts(node, place);
        return elsewhere;
    }
  }

  private visitParts(node: Node, place: Place): void {
    const parts = [node.expression, node.body, node.condition, node.then, node.else, node.rhs];
    const left = Array.isArray(node.lhs) || node.type === 'bind' ? undefined : node.lhs;
    for (const part of [left, ...parts, ...(node.expressions ?? [])]) {
      if (part) this.use(part, place);
    }
    for (const [key, value] of pairsOf(node)) {
      this.use(key, place);
      this.use(value, place);
    }
  }

  private visitPath(node: Node, place: Place): Place {
    let at = place;
    for (const step of node.steps ?? []) {
      const before = at;
      at = step.type === 'sort' ? before : this.visit(step, before);
      for (const term of step.terms ?? []) this.use(term.expression, before);
      for (const stage of step.stages ?? []) if (stage.type === 'filter') this.use(stage.expr, at);
    }
    this.visitGroup(node, at);
    return at;
  }

  private visitGroup(node: Node, place: Place): void {
    for (const [key, value] of node.group?.lhs ?? []) {
      this.use(key, place);
      this.use(value, place);
    }
  }

  private visitName(node: Node, place: Place): Place {
    const name = String(node.value);
    if (place.kind === 'scope') {
      node.isRoot = true;
      if (!node.isLenient) this.roots.add(name);
      return elsewhere;
    }
    if (place.kind !== 'path') return elsewhere;
    return { kind: 'path', read: { root: place.read.root, path: [...place.read.path, name] } };
  }

  private visitVariable(node: Node, place: Place): Place {
    const name = String(node.value);
    if (name === '') return place;
    if (name === '$') return scopePlace;
    if (this.own.has(name) || this.isBuiltIn(name)) return elsewhere;
    node.isFree = true;
    if (!node.isLenient) this.bindings.add(name);
    return { kind: 'path', read: { root: `$${name}`, path: [] } };
  }

  private note(place: Place): void {
    if (place.kind === 'path') this.paths.set(key(place.read), place.read);
  }

  private visitCall(node: Node, place: Place): void {
    const procedure = required(node.procedure);
    const args = node.arguments ?? [];
    const name = procedure.type === 'variable' ? String(procedure.value) : undefined;
    if (name === 'exists') args.forEach(markLenient);
    const places = args.filter((arg) => arg.type !== 'operator').map((arg) => this.use(arg, place));
    // Many functions take the context when they get no argument.
    if (args.length === 0) this.note(place);
    if (name === undefined || this.own.has(name)) this.use(procedure, place);
    else this.calls.add(name);
    if (name === 'get' && args[0]?.type === 'string') this.noteGet(args, places);
  }

  private noteGet([entity, id]: Node[], places: Place[]): void {
    const at = places[1];
    const known = id?.type === 'string' ? String(id.value) : at?.kind === 'path' ? at.read : undefined;
    this.gets.push({ entity: String(entity?.value), id: known ?? rootPath(id) });
  }
}

/** `customer.id` in the scope, as a path with the root `$$`. */
function rootPath(node: Node | undefined): ReadPath | undefined {
  const steps = node?.type === 'path' ? (node.steps ?? []) : [];
  const isStatic = steps.every((step) => step.type === 'name' && !step.stages);
  if (steps.length === 0 || !isStatic || !steps[0]?.isRoot) return undefined;
  return { root: '$$', path: steps.map((step) => String(step.value)) };
}

const key = (read: ReadPath): string => JSON.stringify([read.root, read.path]);

function markLenient(node: Node): void {
  const first = node.type === 'path' ? node.steps?.[0] : node;
  if (first?.type === 'name' || first?.type === 'variable') first.isLenient = true;
}
