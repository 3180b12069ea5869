import type { ConfigurationPart } from '../configuration/index.ts';
import type { Sql } from '../db/connect.ts';
import { writeFlowTest, type KeptTest } from './commands/write-flow-test.ts';
import type { FlowTest } from './simulate/test-content.ts';

/** Kept trials as configuration: they come before the flow of which they are tests, so that its deployment runs them. */
export const flowTestPart = ({ sql }: { sql: Sql }): ConfigurationPart => ({
  kind: 'flow-test',
  order: 69,
  holdsRecords: true,
  items: async () => {
    const rows = await sql<FlowTest[]>`select id, flow, name, content from flow.test order by id`;
    return rows.map(({ id, ...content }) => ({ id, title: content.name, content }));
  },
  has: async (id) => (await sql`select 1 from flow.test where id::text = ${id}`).length > 0,
  refers: (content) => {
    const { flow, content: kept } = content as KeptTest;
    const entities = new Set(kept.records.map(({ entity }) => entity));
    return [{ kind: 'flow', id: flow }, ...[...entities].map((id) => ({ kind: 'entity', id }))];
  },
  apply: (changes, context) =>
    sql.begin(async (tx) => {
      for (const { id, content } of changes)
        await writeFlowTest(tx, { id, kept: content as KeptTest | null, ...context });
    }),
});
