import { diff } from 'bpmn-js-differ';
import { childOf, idOf, isA, nameOf, type ModdleElement } from '../moddle/moddle-element.ts';
import { elementKind } from '../panel/element-kind.ts';
import { readShown, type ReadDiagram } from '../moddle/read-diagram.ts';
import { factsOf, type Facts } from './facts-of.ts';

export type ChangeKind = 'added' | 'removed' | 'changed' | 'moved';

/** Something said otherwise; an empty text is nothing. */
export interface Detail {
  /** Where, such as `name` or `extensionElements/Task/Input.stage/value`. */
  path: string;
  before: string;
  after: string;
}

/** An end of a way: `what` as in a change. */
export interface WayEnd {
  name: string;
  what: string;
}

export interface Change {
  element: string;
  kind: ChangeKind;
  /** BPMN type without its prefix. */
  type: string;
  /** What it is in business words: `designer.kind.<what>`. */
  what: string;
  name: string;
  /** Of a way without a name: between what, by name, else by the kind of element. */
  between?: [from: WayEnd, to: WayEnd];
  details: Detail[];
  /** What says it, in the older and in the newer diagram. */
  before?: ModdleElement;
  after?: ModdleElement;
}

const order: readonly ChangeKind[] = ['removed', 'added', 'changed', 'moved'];

/** What of one diagram is otherwise in another: elements that went, came, say something else, or stand elsewhere. */
export const differenceOf = async (before: string, after: string): Promise<Change[]> => {
  const [one, other] = await Promise.all([readShown(before), readShown(after)]);
  return differenceBetween(one, other);
};

export const differenceBetween = (one: ReadDiagram, other: ReadDiagram): Change[] => {
  const found = diff(one.definitions, other.definitions);
  const changes = new Map<string, Change>();
  const put = (kind: ChangeKind, id: string, from: ReadDiagram): void => {
    const element = from.byId.get(id);
    if (element && !changes.has(id))
      changes.set(id, {
        ...head(element, kind),
        details: detailsOf(id, one, other),
        ...sidesOf(id, one, other),
      });
  };
  for (const id of Object.keys(found['_removed'])) if (!other.byId.has(id)) put('removed', id, one);
  for (const id of Object.keys(found['_added'])) if (!one.byId.has(id)) put('added', id, other);
  // The differ looks at what BPMN itself says; ours is in extensions, so that everything in both is compared.
  for (const id of comparable(other)) {
    if (one.byId.has(id) && detailsOf(id, one, other).length > 0) put('changed', id, other);
  }
  for (const id of Object.keys(found['_layoutChanged'])) if (one.byId.has(id)) put('moved', id, other);
  return [...changes.values()].sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
};

/** What has a place in the diagram, processes and what they refer to. */
const comparable = ({ byId }: ReadDiagram): string[] =>
  [...byId].filter(([, element]) => isA(element, ...compared)).map(([id]) => id);

const compared = [
  'bpmn:FlowElement',
  'bpmn:Process',
  'bpmn:Participant',
  'bpmn:Lane',
  'bpmn:MessageFlow',
  'bpmn:Artifact',
  'bpmn:Message',
  'bpmn:Signal',
  'bpmn:Error',
  'bpmn:Escalation',
];

const head = (element: ModdleElement, kind: ChangeKind): Omit<Change, 'details'> => {
  const type = element.$type.replace(/^.*:/, '');
  const shown = {
    element: idOf(element),
    kind,
    type,
    what: elementKind(element, []).key,
    name: nameOf(element),
  };
  if (shown.name || !isA(element, 'bpmn:SequenceFlow', 'bpmn:Association', 'bpmn:MessageFlow')) return shown;
  const end = (name: string): WayEnd => {
    const at = childOf(element, name);
    return { name: nameOf(at ?? element), what: elementKind(at ?? element, []).key };
  };
  return { ...shown, between: [end('sourceRef'), end('targetRef')] };
};

const sidesOf = (id: string, one: ReadDiagram, other: ReadDiagram): Pick<Change, 'before' | 'after'> => {
  const [before, after] = [one.byId.get(id), other.byId.get(id)];
  return { ...(before && { before }), ...(after && { after }) };
};

const detailsOf = (id: string, one: ReadDiagram, other: ReadDiagram): Detail[] => {
  const [before, after] = [one.byId.get(id), other.byId.get(id)];
  if (!before || !after) return [];
  const details = compareFacts(factsOf(before), factsOf(after));
  const isOtherType = before.$type !== after.$type;
  return isOtherType
    ? [{ path: '$type', before: typeOf(before), after: typeOf(after) }, ...details]
    : details;
};

const typeOf = (element: ModdleElement): string => element.$type.replace(/^.*:/, '');

const compareFacts = (before: Facts, after: Facts): Detail[] =>
  [...new Set([...before.keys(), ...after.keys()])]
    .filter((path) => before.get(path)?.same !== after.get(path)?.same)
    .map((path) => ({ path, before: before.get(path)?.shown ?? '', after: after.get(path)?.shown ?? '' }));

/** How many changes there are of each kind. */
export const countKinds = (changes: readonly Change[]): Record<ChangeKind, number> => {
  const counts = { added: 0, removed: 0, changed: 0, moved: 0 };
  for (const { kind } of changes) counts[kind] += 1;
  return counts;
};
