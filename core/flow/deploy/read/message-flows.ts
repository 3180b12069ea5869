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
    const ends = [...new Set(group.flatMap(endsOf))].filter((end) => mayTalk(end) || isPool(end));
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
  const around = new Map<Source, Source[]>();
  for (const flow of flows) {
    report(flow, findings);
    for (const end of endsOf(flow).filter(mayTalk)) push(around, end, flow);
  }
  const seen = new Set<Source>();
  return flows.flatMap((flow) => {
    const group: Source[] = [];
    const open = seen.has(flow) || !endsOf(flow).some(mayTalk) ? [] : [flow];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (seen.has(next)) continue;
      seen.add(next);
      group.push(next);
      for (const end of endsOf(next)) {
        for (const each of around.get(end) ?? []) open.push(each);
        // Looked at once: all that hang on it are on their way.
        around.delete(end);
      }
    }
    return group.length > 0 ? [group] : [];
  });
};

const push = (around: Map<Source, Source[]>, end: Source, flow: Source): void => {
  const known = around.get(end);
  if (known === undefined) around.set(end, [flow]);
  else known.push(flow);
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
