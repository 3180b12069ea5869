import { differenceBetween, type Change } from '../difference/difference.ts';
import { idOf, isA, nameOf, type ModdleElement } from '../moddle/moddle-element.ts';
import { elementKind } from '../panel/element-kind.ts';
import { readDiagram, writeDiagram, type ReadDiagram } from '../moddle/read-diagram.ts';
import { finish } from './finish.ts';
import { put, remove } from './graft.ts';
import { signatureOf } from './signature.ts';

export type Side = 'mine' | 'theirs';

/** Both changed the same element, each in another way. */
export interface Conflict {
  element: string;
  name: string;
  /** `designer.kind.<what>`. */
  what: string;
  mine: Change | undefined;
  theirs: Change | undefined;
}

export interface Merged {
  xml: string;
  conflicts: Conflict[];
  /** Ways that led to or from something that is gone in the result. */
  dropped: string[];
}

export interface Versions {
  /** What both began with. */
  base: string;
  mine: string;
  theirs: string;
}

/**
 * Puts the changes of two people together, element by element: what only one changed is taken from that one; where
 * both changed the same, `choices` says whose counts, theirs where it says nothing.
 */
export const mergeDiagrams = async (
  versions: Versions,
  choices: ReadonlyMap<string, Side> = new Map(),
): Promise<Merged> => {
  const [base, mine, theirs] = await Promise.all([
    readDiagram(versions.base),
    readDiagram(versions.mine),
    readDiagram(versions.theirs),
  ]);
  const found = conflictsOf({ base, mine, theirs });
  const isConflict = new Set(found.map((conflict) => conflict.element));
  const result = await readDiagram(versions.theirs);
  const taken = idsOf(base, mine, theirs).filter((id) =>
    isConflict.has(id) ? choices.get(id) === 'mine' : isOnlyMine(id, { base, mine, theirs }),
  );
  // Groups before what stands in them.
  for (const id of taken) {
    const own = mine.byId.get(id);
    if (own) put(own, result);
    else remove(id, result);
  }
  const dropped = finish(result, { base, mine, taken: new Set(taken) });
  return { xml: await writeDiagram(result.definitions), conflicts: found, dropped };
};

type Three = Record<'base' | 'mine' | 'theirs', ReadDiagram>;

const merged = [
  'bpmn:FlowElement',
  'bpmn:Artifact',
  'bpmn:Process',
  'bpmn:Collaboration',
  'bpmn:Participant',
  'bpmn:MessageFlow',
  'bpmn:LaneSet',
  'bpmn:Lane',
  'bpmn:Message',
  'bpmn:Signal',
  'bpmn:Error',
  'bpmn:Escalation',
];

const idsOf = (...diagrams: ReadDiagram[]): string[] => [
  ...new Set(
    diagrams.flatMap(({ byId }) =>
      [...byId].filter(([, element]) => isA(element, ...merged)).map(([id]) => id),
    ),
  ),
];

const signatures = (id: string, { base, mine, theirs }: Three): (string | undefined)[] =>
  [base, mine, theirs].map(({ byId }) => signatureOf(byId.get(id)));

const isOnlyMine = (id: string, three: Three): boolean => {
  const [before, own, other] = signatures(id, three);
  return own !== before && other === before;
};

const conflictsOf = (three: Three): Conflict[] => {
  const { base, mine, theirs } = three;
  const ids = idsOf(base, mine, theirs).filter((id) => {
    const [before, own, other] = signatures(id, three);
    return own !== before && other !== before && own !== other;
  });
  if (ids.length === 0) return [];
  const changes = (to: ReadDiagram): Map<string, Change> =>
    new Map(differenceBetween(base, to).map((change) => [change.element, change]));
  const [own, other] = [changes(mine), changes(theirs)];
  return ids.map((id) => {
    const element = mine.byId.get(id) ?? theirs.byId.get(id)!; // Of one of the two, or it would not differ.
    return { ...said(element), mine: own.get(id), theirs: other.get(id) };
  });
};

const said = (element: ModdleElement): Pick<Conflict, 'element' | 'name' | 'what'> => ({
  element: idOf(element),
  name: nameOf(element),
  what: elementKind(element, []).key,
});
