import type { DesignModel } from './design-model.ts';

/** Up and down among siblings, and past the last one into the neighbour; left out of its part, right into the one before. */
export function outlineStep(model: DesignModel, id: string, key: string): boolean {
  const parent = model.parentOf(id);
  const node = model.find(id);
  if (!parent || !node || node.node === 'part') return false;
  const siblings = parent.children ?? [];
  const at = siblings.findIndex((child) => child.id === id);
  if (key === 'ArrowUp') return model.shift(id, -1) || intoNeighbour(model, id, -1);
  if (key === 'ArrowDown') return model.shift(id, 1) || intoNeighbour(model, id, 1);
  if (key === 'ArrowRight') {
    const before = siblings[at - 1] ?? siblings[at + 1];
    return before?.children !== undefined && model.move(id, { parent: before.id });
  }
  const around = model.parentOf(parent.id);
  if (!around) return false;
  const after = (around.children ?? [])[(around.children ?? []).indexOf(parent) + 1];
  return model.move(id, { parent: around.id, ...(after && { before: after.id }) });
}

/** From the end of one section to the beginning of the next one, and back. */
function intoNeighbour(model: DesignModel, id: string, by: 1 | -1): boolean {
  const parent = model.parentOf(id);
  const around = parent && model.parentOf(parent.id);
  if (!parent || !around) return false;
  const parts = around.children ?? [];
  const next = parts[parts.indexOf(parent) + by];
  if (!next?.children) return false;
  const first = by > 0 ? next.children[0] : undefined;
  return model.move(id, { parent: next.id, ...(first && { before: first.id }) });
}
