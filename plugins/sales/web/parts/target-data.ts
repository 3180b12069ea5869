import {
  aggregate,
  createRecord,
  deleteRecord,
  findUsers,
  listRecords,
  listTeams,
  referenceName,
  updateRecord,
  type Money,
  type RecordItem,
  type Reference,
} from '../../../../web/index.ts';

export type Covers = 'person' | 'team';

export interface Target {
  id: string;
  version: number;
  amount: Money;
}

export interface TargetRow {
  owner: Reference;
  covers: Covers;
  /** By month, 1 to 12. */
  months: Map<number, Target>;
}

export interface TargetGroup {
  /** Null for those whose team nobody leads. */
  team: TargetRow | null;
  name: string;
  people: TargetRow[];
}

export interface Year {
  groups: TargetGroup[];
  /** By month, in the company's currency. */
  won: Map<number, number>;
}

const mostTargets = 200;

/** Everybody who has a target or deals that the reader sees, below the team they belong to. */
export async function readYear(year: number, currency: string): Promise<Year> {
  const within = { gte: `${year}-01-01`, lt: `${year + 1}-01-01` };
  const [targets, won, owners, users, teams] = await Promise.all([
    allTargets(within),
    aggregate('opportunity', {
      filter: { stage: { eq: 'won' }, closeDate: within },
      group: [{ field: 'closeDate', bucket: 'month' }],
      measures: [{ function: 'sum', field: 'amount' }],
    }),
    aggregate('opportunity', { group: [{ field: 'owner' }], measures: [{ function: 'count' }] }),
    findUsers(),
    listTeams(),
  ]);
  const rows = rowsOf(targets);
  const sellers = owners.rows.flatMap(({ group }) => (group['owner'] as Reference | null) ?? []); // people
  for (const owner of sellers) rowFor(rows, owner, 'person');
  const teamOf = new Map(users.map(({ id, team }) => [id, team?.id]));
  const groups = new Map<string, TargetGroup>();
  for (const row of rows.values()) {
    if (row.covers === 'team') continue;
    const team = teams.find(({ id }) => id === teamOf.get(row.owner.id));
    const leader = team?.manager ?? null;
    const group = groups.get(team?.id ?? '') ?? {
      name: team?.name ?? '',
      team: leader ? rowFor(rows, leader, 'team') : null,
      people: [],
    };
    group.people.push(row);
    groups.set(team?.id ?? '', group);
  }
  const byTitle = (one: TargetRow, other: TargetRow) =>
    referenceName(one.owner).localeCompare(referenceName(other.owner));
  return {
    groups: [...groups.values()]
      .map((group) => ({ ...group, people: group.people.toSorted(byTitle) }))
      .toSorted(
        (one, other) =>
          Number(one.name === '') - Number(other.name === '') || one.name.localeCompare(other.name),
      ),
    won: new Map(
      won.rows.map(({ group, values }) => [
        Number(String(group['closeDate']).slice(5, 7)),
        amountIn(values['sum.amount'], currency),
      ]),
    ),
  };
}

async function allTargets(month: object): Promise<RecordItem[]> {
  const found: RecordItem[] = [];
  let cursor: string | undefined;
  do {
    const page = await listRecords('sales-target', {
      ...{ filter: { month }, sort: ['month'], limit: mostTargets },
      ...(cursor && { cursor }),
    });
    found.push(...page.items);
    cursor = page.next ?? undefined;
  } while (cursor);
  return found;
}

function rowsOf(targets: readonly RecordItem[]): Map<string, TargetRow> {
  const rows = new Map<string, TargetRow>();
  for (const target of targets) {
    // The casts: what the entity's fields are.
    const covers = target['covers'] as Covers;
    const row = target.owner && rowFor(rows, target.owner, covers);
    row?.months.set(Number(String(target['month']).slice(5, 7)), targetOf(target));
  }
  return rows;
}

function rowFor(rows: Map<string, TargetRow>, owner: Reference, covers: Covers): TargetRow {
  const id = `${covers} ${owner.id}`;
  const row = rows.get(id) ?? { owner, covers, months: new Map() };
  rows.set(id, row);
  return row;
}

export const targetOf = (record: RecordItem): Target => ({
  id: record.id,
  version: record.version,
  amount: record['amount'] as Money, // The field is money.
});

export interface Cell {
  row: TargetRow;
  year: number;
  month: number;
}

/** Writes a target, or takes it away where there is no amount; the row has it afterwards. */
export async function keepTarget({ row, year, month }: Cell, amount: Money | null): Promise<void> {
  const { owner, covers, months } = row;
  const before = months.get(month);
  if (!amount) {
    if (before) await deleteRecord('sales-target', before.id);
    months.delete(month);
    return;
  }
  const day = `${year}-${String(month).padStart(2, '0')}-01`;
  const name = `${day.slice(0, 7)} · ${owner.title}`;
  const record = before
    ? await updateRecord('sales-target', before, { amount })
    : await createRecord('sales-target', { name, owner: owner.id, covers, month: day, amount });
  months.set(month, targetOf(record));
}

/** Nothing is added across currencies. */
export const amountIn = (value: unknown, currency: string): number =>
  [value]
    .flat()
    .flatMap((one) => (isMoney(one) && one.currency === currency ? Number(one.amount) : []))
    .reduce((sum, one) => sum + one, 0);

const isMoney = (value: unknown): value is Money =>
  typeof value === 'object' && value !== null && 'currency' in value;
