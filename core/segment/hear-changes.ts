/**
 * In the transaction of a change: if any segment reads what changed, one job that looks at the records again. What
 * nobody reads costs one question to a small index.
 */
import { isWatched } from './sql/is-watched.ts';
import type { RelataEvent, Subscriber } from '../event/index.ts';
import { enqueue } from '../job/index.ts';
import { membersOf } from './watches.ts';

export interface ChangePayload {
  entity: string;
  ids: string[];
  fields: string[];
  /** By field: ids that relations held before. */
  before: Record<string, string[]>;
  actor: string;
  depth: number;
  /** Whoever wrote wanted no flow to start. */
  isQuiet?: boolean;
}

/** More changes at once than a person makes by hand are bulk. */
const interactiveAtMost = 20;

export interface HearParts {
  now(): number;
  wakeSoon(): void;
}

export const segmentChangeSubscriber = (parts: HearParts): Subscriber => ({
  id: 'segment.change',
  hearsQuiet: true,
  run: async (tx, events, { isQuiet }) => {
    const groups = Map.groupBy(
      events.filter((event) => event.entity !== null && event.recordId !== null),
      (event) => event.entity!,
    );
    for (const [entity, group] of groups) {
      const fields = fieldsOf(group);
      if (!(await isWatched(tx, entity, fields))) continue;
      const payload: ChangePayload = {
        entity,
        ids: [...new Set(group.map((event) => event.recordId!))],
        fields,
        before: beforeOf(group),
        actor: group[0]!.actor,
        depth: group[0]!.cause.depth,
        ...(isQuiet && { isQuiet }),
      };
      const lane = payload.ids.length > interactiveAtMost ? 3 : 2;
      await enqueue(tx, [{ kind: 'segment.change', lane, dueAt: parts.now(), payload, maxAttempts: 10 }]);
      parts.wakeSoon();
    }
  },
});

/** A record that comes or goes is `*`; whatever else happened to it says which fields. */
function fieldsOf(events: readonly RelataEvent[]): string[] {
  const fields = new Set<string>();
  for (const { type, changes } of events)
    if (type.endsWith('.updated')) for (const field of Object.keys(changes)) fields.add(field);
    else if (/\.(created|deleted|restored|merged)$/.test(type)) fields.add('*');
  return [...fields];
}

function beforeOf(events: readonly RelataEvent[]): Record<string, string[]> {
  const before: Record<string, string[]> = {};
  for (const { changes } of events)
    for (const [field, change] of Object.entries(changes))
      for (const id of Array.isArray(change.before) ? (change.before as unknown[]) : [change.before])
        if (typeof id === 'string' && uuid.test(id)) (before[field] ??= []).push(id);
  return before;
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Members of one segment changed: whoever refers to it looks at them again. */
export const membersChanged = (
  segment: string,
  { ids, actor, depth, isQuiet }: Pick<ChangePayload, 'ids' | 'actor' | 'depth' | 'isQuiet'>,
): ChangePayload => ({
  entity: membersOf(segment),
  ids,
  fields: ['*'],
  before: {},
  actor,
  depth,
  ...(isQuiet && { isQuiet }),
});
