import { idOf, type RecordData, type RecordService } from '../../../../core/index.ts';

export interface Pair {
  experiment: string;
  member: string;
}

/** As a key of maps. */
export const pairOf = ({ experiment, member }: Pair): string => `${experiment} ${member}`;

const atOnce = 200;

/** By their key. */
export async function findExperiments(
  records: RecordService,
  keys: readonly string[],
): Promise<Map<string, RecordData>> {
  const found = await records.find('experiment', { key: { in: [...new Set(keys)] } }, { limit: atOnce });
  return new Map(found.map((record) => [String(record['key']), record]));
}

/** What is noted of these members in these experiments, by pair. */
export async function exposuresOf(
  records: RecordService,
  pairs: readonly Pair[],
): Promise<Map<string, RecordData>> {
  const byExperiment = Map.groupBy(pairs, ({ experiment }) => experiment);
  const known = new Map<string, RecordData>();
  for (const [experiment, own] of byExperiment) {
    const members = [...new Set(own.map(({ member }) => member))];
    for (let from = 0; from < members.length; from += atOnce) {
      const some = members.slice(from, from + atOnce);
      const found = await records.find(
        'exposure',
        { experiment: { eq: experiment }, member: { in: some } },
        { limit: atOnce },
      );
      for (const record of found) known.set(pairOf({ experiment, member: idOf(record['member'])! }), record);
    }
  }
  return known;
}
