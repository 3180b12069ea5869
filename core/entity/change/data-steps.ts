/** What a change does to records. */
import { systemActor, type Actor } from '../../access/actor.ts';
import type { Sql } from '../../db/connect.ts';
import type { EntityDefinition } from '../definition.ts';
import { modelOf } from '../model.ts';
import { quoted, tableOf } from '../names.ts';
import type { RecordStore } from '../record-store.ts';
import { sequenceName } from '../schema/desired.ts';
import { runBatches } from '../schema/run-statement.ts';
import type { PreparedChange } from './prepare-change.ts';

export type DataServices = Pick<RecordStore, 'list' | 'write'>;

export interface DataStep {
  kind: 'replace-option' | 'fill-numbers';
  /** Before the definition counts, or after. */
  when: 'before' | 'after';
  params: Record<string, string>;
  run(context: DataContext): Promise<void>;
}

export interface DataContext {
  sql: Sql;
  records: DataServices | undefined;
  /** What is written carries it as its cause, so that the timeline says why. */
  change: string;
  actor: string;
  watch(rows: number): Promise<void>;
}

export function dataSteps({ entity, current, target, operations }: PreparedChange): DataStep[] {
  const { definition } = target;
  if (!current || !definition) return [];
  const numbered = Object.entries(definition.fields)
    .filter(([id, field]) => field.type === 'autoNumber' && current.fields[id]?.type !== 'autoNumber')
    .map(([id]) => numberStep(definition, id));
  const replaced = operations
    .filter((operation) => operation.op === 'replaceOption')
    .map(({ field, value, by }) =>
      replaceStep({ entity, field, value, by, isMany: definition.fields[field]?.type === 'multiSelect' }),
    );
  return [...numbered, ...replaced];
}

interface Replacement {
  entity: string;
  field: string;
  value: string;
  by: string | null;
  isMany: boolean;
}

const replaceStep = ({ entity, field, value, by, isMany }: Replacement): DataStep => ({
  kind: 'replace-option',
  when: 'after',
  params: { entity, field, value, by: by ?? '' },
  run: async ({ records, change, actor, watch }) => {
    if (!records) return;
    const filter = { [field]: isMany ? { contains: value } : { eq: value } };
    // The rights are those of the act; the name is of who asked for it.
    const as: Actor = { ...systemActor, id: actor };
    for (let rows = 0; ;) {
      const { items } = await records.list({
        actor: systemActor,
        entity,
        filter,
        fields: [field],
        limit: 200,
      });
      if (items.length === 0) return;
      const changes = items.map((record) => ({
        op: 'update' as const,
        entity,
        id: record.id,
        values: { [field]: isMany ? replacedIn(record[field], value, by) : by },
      }));
      const results = await records.write({ actor: as, changes, cause: { request: change }, isQuiet: true });
      const refused = results.find((result) => !result.ok);
      if (refused && !refused.ok) throw refused.problem;
      await watch((rows += changes.length));
    }
  },
});

/** The canonical form of a list of options is a list of texts. */
const replacedIn = (list: unknown, value: string, by: string | null): string[] => [
  ...new Set((list as string[]).flatMap((one) => (one !== value ? [one] : by === null ? [] : [by]))),
];

/** Records that are there are numbered in the order in which they were made. */
function numberStep(definition: EntityDefinition, field: string): DataStep {
  const stored = modelOf(definition).stored.find(({ id }) => id === field)!;
  const column = stored.columns[0]!.name;
  const { prefix = '', digits = 1 } = stored.definition;
  const table = tableOf(definition.id);
  const sequence = `data.${quoted(sequenceName(definition.id, field))}`;
  const text = `${literal(prefix)} || lpad(n, greatest(${digits}, length(n)), '0')`;
  const sql = `with part as (select id from ${table} where id > $1 order by id limit 5000),
    numbered as (select p.id, nextval(${literal(sequence)})::text as n
      from part p join ${table} t on t.id = p.id where t.${column} is null order by p.id),
    done as (update ${table} t set ${column} = ${text} from numbered where t.id = numbered.id returning t.id)
    select max(id::text) as last, count(*)::int as rows, (select count(*) from done) as written from part`;
  return {
    kind: 'fill-numbers',
    when: 'before',
    params: { entity: definition.id, field },
    run: ({ sql: db, watch }) => runBatches(db, sql, watch),
  };
}

const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;
