import { childrenOf, idOf, isA, type ModdleElement } from '../moddle/moddle-element.ts';
import type { ReadDiagram } from '../moddle/read-diagram.ts';

/** What stands inside an element is merged by itself, and so is the list of ways. */
const ownLists = [
  'flowElements',
  'artifacts',
  'laneSets',
  'lanes',
  'participants',
  'messageFlows',
  'childLaneSet',
];
const skipped = new Set([...ownLists, 'rootElements', 'diagrams', 'incoming', 'outgoing', 'id']);

/** Puts an element of another file into this one: in place of the one with its id, or into its parent's. */
export const put = (own: ModdleElement, result: ReadDiagram): void => {
  const present = result.byId.get(idOf(own));
  if (present?.$type === own.$type && idOf(present.$parent) === idOf(own.$parent)) return copy(own, present);
  if (present) remove(idOf(own), result);
  const parent = parentFor(own, result);
  const list = listOf(own, parent);
  if (!list) return;
  for (const name of ownLists) if (childrenOf(own, name).length > 0) own.set(name, []);
  parent.set(list, [...childrenOf(parent, list), own]);
  own.$parent = parent;
  // The reading of a file is ours alone; what is put in is found like what was there.
  (result.byId as Map<string, ModdleElement>).set(idOf(own), own);
};

export const remove = (id: string, result: ReadDiagram): void => {
  const element = result.byId.get(id);
  const parent = element?.$parent;
  if (!element || !parent) return;
  const list = listOf(element, parent);
  if (list)
    parent.set(
      list,
      childrenOf(parent, list).filter((each) => each !== element),
    );
  (result.byId as Map<string, ModdleElement>).delete(id);
};

const parentFor = (own: ModdleElement, { byId, definitions }: ReadDiagram): ModdleElement =>
  byId.get(idOf(own.$parent)) ??
  [...byId.values()].find((each) => isA(each, own.$parent?.$type ?? '')) ??
  definitions;

const listOf = (element: ModdleElement, parent: ModdleElement): string | undefined => {
  if (isA(parent, 'bpmn:Definitions')) return 'rootElements';
  if (isA(element, 'bpmn:FlowElement')) return 'flowElements';
  if (isA(element, 'bpmn:Artifact')) return 'artifacts';
  if (isA(element, 'bpmn:LaneSet')) return 'laneSets';
  if (isA(element, 'bpmn:Lane')) return 'lanes';
  if (isA(element, 'bpmn:Participant')) return 'participants';
  return isA(element, 'bpmn:MessageFlow') ? 'messageFlows' : undefined;
};

/** What one says, the other says from now on; what stands inside it stays. */
const copy = (from: ModdleElement, to: ModdleElement): void => {
  // bpmn-moddle's own description of a type, which its declaration leaves out.
  const { $descriptor } = from as unknown as {
    $descriptor: { properties: { ns: { name: string; localName: string } }[] };
  };
  for (const { ns } of $descriptor.properties) {
    if (skipped.has(ns.localName)) continue;
    to.set(ns.name, from.get(ns.name));
  }
  Object.assign(to.$attrs ?? {}, from.$attrs);
};
