import { childrenOf, operandOf, type Node } from './ast.ts';

/** Names that a `:=` or a parameter anywhere in the tree sets. */
export function namesSetIn(tree: Node): Set<string> {
  const names = new Set<string>();
  const seen = new Set<Node>();
  const open = [tree];
  for (let node = open.pop(); node; node = open.pop()) {
    if (seen.has(node)) continue;
    seen.add(node);
    if (node.type === 'bind') names.add(String(operandOf(node).value));
    for (const name of [node.focus, node.index]) if (name !== undefined) names.add(name);
    for (const stage of node.stages ?? []) if (stage.type === 'index') names.add(String(stage.value));
    if (node.type === 'lambda')
      for (const parameter of node.arguments ?? []) names.add(String(parameter.value));
    open.push(...childrenOf(node));
  }
  return names;
}
