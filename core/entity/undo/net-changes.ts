/** What one cause did to each record in the end, however many steps it took. */
import type { FieldChange } from '../../event/event.ts';

export interface PastEvent {
  type: string;
  entity: string;
  recordId: string;
  changes: Record<string, FieldChange>;
}

type Place = 'nowhere' | 'alive' | 'bin';

export interface NetChange {
  entity: string;
  id: string;
  /** Where the record was before, and where the cause left it. */
  from: Place;
  to: Place;
  /** By field: the first before and the last after. */
  fields: Map<string, { before: unknown; after: unknown }>;
}

/** `events` in the order in which they happened. */
export function netChanges(events: readonly PastEvent[]): NetChange[] {
  const byRecord = new Map<string, NetChange>();
  for (const event of events) {
    const kind = event.type.slice(event.type.lastIndexOf('.') + 1);
    const start = starts[kind];
    if (!start) continue;
    const key = `${event.entity} ${event.recordId}`;
    const net: NetChange = byRecord.get(key) ?? {
      entity: event.entity,
      id: event.recordId,
      ...start,
      fields: new Map(),
    };
    byRecord.set(key, net);
    if (kind !== 'updated') net.to = start.to;
    for (const [field, { before = null, after = null }] of Object.entries(event.changes))
      net.fields.set(field, {
        before: net.fields.has(field) ? net.fields.get(field)!.before : before,
        after,
      });
  }
  return [...byRecord.values()];
}

const starts: Record<string, { from: Place; to: Place } | undefined> = {
  created: { from: 'nowhere', to: 'alive' },
  updated: { from: 'alive', to: 'alive' },
  deleted: { from: 'alive', to: 'bin' },
  restored: { from: 'bin', to: 'alive' },
};
