import { idOf, type RecordService, type Values } from '../../../../core/index.ts';

export interface Entry {
  journey: string;
  member: string;
  group: string;
  isHeldOut: boolean;
  /** Milliseconds since 1970. */
  at: number;
}

const atOnce = 200;

/** Each once: who enters again stays in the group and the time of the first entry. */
export async function noteMembers(records: RecordService, entries: readonly Entry[]): Promise<void> {
  for (const [journey, own] of Map.groupBy(entries, (entry) => entry.journey)) {
    const byMember = new Map(own.map((entry) => [entry.member, entry]));
    const members = [...byMember.keys()];
    for (let from = 0; from < members.length; from += atOnce) {
      const some = members.slice(from, from + atOnce);
      const found = await records.find(
        'journey-member',
        { journey: { eq: journey }, member: { in: some } },
        { limit: atOnce },
      );
      const known = new Set(found.map((record) => idOf(record['member'])));
      const fresh = some.filter((member) => !known.has(member)).map((member) => byMember.get(member)!);
      if (fresh.length > 0) await records.create('journey-member', fresh.map(valuesOf));
    }
  }
}

const valuesOf = ({ at, ...rest }: Entry): Values => ({ ...rest, enteredAt: new Date(at).toISOString() });
