/** Where the parts of the shown screen stand in its frame, and where something dropped would go. */
import type { TreeNode } from './design-data.ts';
import type { DesignModel, Target } from './design-model.ts';
import { isRow } from './part-rules.ts';
import { deepElements } from './deep-elements.ts';

export interface Box {
  id: string;
  left: number;
  top: number;
  width: number;
  height: number;
}

/** One for each part that is seen; outer parts before inner ones. */
export function boxesIn(frame: HTMLIFrameElement): Box[] {
  const document = frame.contentDocument;
  if (!document) return [];
  return deepElements(document, '[data-node]').flatMap((element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    return width > 0 && height > 0 ? [{ id: element.dataset['node'] ?? '', left, top, width, height }] : [];
  });
}

const holdsPoint = ({ left, top, width, height }: Box, x: number, y: number): boolean =>
  x >= left && x <= left + width && y >= top && y <= top + height;

/** The innermost part at a point: the smallest, since inner parts are. */
export const boxAt = (boxes: readonly Box[], x: number, y: number): Box | undefined =>
  boxes
    .filter((box) => holdsPoint(box, x, y))
    .toSorted((one, other) => one.width * one.height - other.width * other.height)[0];

export interface Drop {
  target: Target;
  /** The line to draw. */
  line: Box;
}

interface DropInput {
  model: DesignModel;
  node: TreeNode;
  boxes: readonly Box[];
  x: number;
  y: number;
}

/** Inside the innermost part that can hold the node, beside the part that is nearest to the point. */
export function dropAt({ model, node, boxes, x, y }: DropInput): Drop | undefined {
  const under = boxes
    .filter((box) => holdsPoint(box, x, y))
    .toSorted((one, other) => one.width * one.height - other.width * other.height);
  for (const box of under) {
    const found = model.find(box.id);
    if (!found) continue;
    const parent = model.canPlace(node, { parent: found.id }) ? found : model.parentOf(found.id);
    if (!parent || !model.canPlace(node, { parent: parent.id })) continue;
    const around = boxes.find(({ id }) => id === parent.id) ?? box;
    return beside({ model, node, boxes, x, y }, { parent, around });
  }
  return undefined;
}

function beside(
  { model, node, boxes, x, y }: DropInput,
  { parent, around }: { parent: TreeNode; around: Box },
): Drop {
  const row = isRow(parent, model.opened.kind);
  const children = (parent.children ?? []).flatMap((child) => {
    const box = boxes.find(({ id }) => id === child.id);
    return box && child.id !== node.id && !child.hidden ? [box] : [];
  });
  const next = children.find((box) =>
    row
      ? y < box.top + box.height && (x < box.left + box.width / 2 || y < box.top)
      : y < box.top + box.height / 2,
  );
  const last = children.at(-1);
  const target: Target = { parent: parent.id, ...(next && { before: next.id }) };
  const edge = next ?? last;
  if (!edge) return { target, line: { ...around, id: '', top: around.top + 2, height: 2 } };
  const line = row
    ? { ...edge, id: '', left: next ? edge.left - 3 : edge.left + edge.width + 1, width: 2 }
    : { ...edge, id: '', top: next ? edge.top - 2 : edge.top + edge.height, height: 2 };
  return { target, line };
}
