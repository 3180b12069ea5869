import type { Findings } from '../problem.ts';
import { definitionsOf, many, one, text, typeOf } from '../source.ts';
import type { Source } from '../source.ts';

/** What the message flows at an element say of its message. */
export interface Conversation {
  name: string;
  /** Both ends are flows of this file, so that an instance of one can be told from another by who began. */
  isInternal: boolean;
}

export interface Collaboration {
  definitions: Source;
  processes: readonly Source[];
}

/**
 * Message flows by the elements at their ends. All that hang together share one message: that of an end which names
 * it, else that of a flow, else the flow's own name.
 */
export const readMessageFlows = (
  { definitions, processes }: Collaboration,
  findings: Findings,
): Map<string, Conversation> => {
  const found = new Map<string, Conversation>();
  for (const group of groups(flowsOf(definitions), findings)) {
    const ends = [...new Set(group.flatMap(endsOf))];
    const names = [...new Set(ends.flatMap((end) => messageName(end) ?? []))];
    const [flow] = group as [Source];
    if (names.length > 1) findings.add('message-flow-names', flow, { names: names.join(', ') });
    const named = group.flatMap((each) => one(each, 'messageRef')?.name ?? [])[0];
    const name = names[0] ?? named ?? flow.name ?? flow.id ?? ends.map((end) => end.id).join('_');
    const owners = ends.map((end) => ownerOf(end));
    const isInternal = owners.every((owner) => owner !== undefined && processes.includes(owner));
    for (const end of ends) if (end.id !== undefined) found.set(end.id, { name, isInternal });
  }
  return found;
};

const flowsOf = (definitions: Source): Source[] =>
  many(definitions, 'rootElements')
    .filter((root) => typeOf(root) === 'collaboration')
    .flatMap((collaboration) => many(collaboration, 'messageFlows'));

/** Flows that share an end belong together. */
const groups = (flows: readonly Source[], findings: Findings): Source[][] => {
  const groupOf = new Map<Source, Source[]>();
  for (const flow of flows) {
    report(flow, findings);
    const ends = endsOf(flow).filter(mayTalk);
    const joined = [...new Set(ends.flatMap((end) => [groupOf.get(end) ?? []]))].flat();
    const group = [...joined, flow];
    for (const end of [...ends, ...joined.flatMap(endsOf)]) groupOf.set(end, group);
  }
  return [...new Set(groupOf.values())];
};

const report = (flow: Source, findings: Findings): void => {
  const ends = endsOf(flow);
  for (const end of ends)
    if (!mayTalk(end) && !isPool(end)) findings.add('message-flow-ignored', flow, { value: end.id ?? '' });
  const owners = ends.map((end) => (isPool(end) ? one(end, 'processRef') : ownerOf(end)));
  if (owners.length === 2 && owners[0] !== undefined && owners[0] === owners[1])
    findings.add('message-flow-inside', flow);
};

const endsOf = (flow: Source): Source[] =>
  [one(flow, 'sourceRef'), one(flow, 'targetRef')].filter((end) => end !== undefined);

const isPool = (end: Source): boolean => end.$type === 'bpmn:Participant';

/** Elements that send or await a message. */
const mayTalk = (end: Source): boolean =>
  /^bpmn:(SendTask|ReceiveTask)$/.test(end.$type) || messageDefinition(end) !== undefined;

const messageName = (end: Source): string | undefined => {
  const definition = messageDefinition(end);
  return one(definition ?? end, 'messageRef')?.name;
};

const messageDefinition = (end: Source): Source | undefined =>
  end.$type.endsWith('Event')
    ? definitionsOf(end).find((definition) => typeOf(definition) === 'messageEventDefinition')
    : undefined;

/** The process it stands in, however deep. */
const ownerOf = (end: Source): Source | undefined => {
  let owner: Source | undefined = end;
  while (owner !== undefined && owner.$type !== 'bpmn:Process') owner = owner.$parent;
  return owner;
};

/** Each process goes by its pool's name where it has none. */
export const poolNames = (definitions: Source): Map<Source, string> =>
  new Map(
    many(definitions, 'rootElements')
      .filter((root) => typeOf(root) === 'collaboration')
      .flatMap((collaboration) => many(collaboration, 'participants'))
      .flatMap((pool): [Source, string][] => {
        const process = one(pool, 'processRef');
        const name = text(pool, 'name');
        return process === undefined || name === undefined ? [] : [[process, name]];
      }),
  );
