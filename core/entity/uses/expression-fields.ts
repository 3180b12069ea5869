import { compile, ExpressionError, type Compiled } from '../../expression/index.ts';
import { fieldsOnPath, type FieldRef, type FindEntity } from './field-path.ts';

export interface ExpressionPlace {
  source: string;
  /** The entity whose fields the bare names are. */
  root?: string;
  /** By name without `$`: the entity a binding holds a record of. */
  bindings?: Readonly<Record<string, string>>;
}

/** The fields that an expression reads, over relations; none for one that cannot be read. */
export function expressionFields(
  find: FindEntity,
  { source, root, bindings = {} }: ExpressionPlace,
): FieldRef[] {
  const compiled = compiledOf(source);
  if (!compiled) return [];
  const refs = compiled.paths.flatMap(({ root: from, path }) => {
    const entity = bindings[from.slice(1)];
    return entity === undefined ? [] : fieldsOnPath(find, entity, path);
  });
  if (root !== undefined) refs.push(...compiled.roots.flatMap((name) => fieldsOnPath(find, root, [name])));
  return refs;
}

/** Keys of the object that an expression constructs: `{"stage": "won"}` names the field stage. */
export function constructedKeys(source: string): string[] {
  const tree = compiledOf(source)?.tree;
  if (tree?.type !== 'unary' || tree.value !== '{' || !Array.isArray(tree.lhs)) return [];
  return tree.lhs.flatMap(([key]) => (key.type === 'string' ? [String(key.value)] : []));
}

/** The text that an expression is, where it is nothing but one. */
export function constantText(source: string): string | undefined {
  const tree = compiledOf(source)?.tree;
  return tree?.type === 'string' ? String(tree.value) : undefined;
}

/** Entities that `$get('entity', …)` asks for by name. */
export const askedEntities = (source: string): string[] =>
  (compiledOf(source)?.gets ?? []).map(({ entity }) => entity);

function compiledOf(source: string): Compiled | undefined {
  try {
    return compile(source);
  } catch (error) {
    if (error instanceof ExpressionError) return undefined;
    throw error;
  }
}
