import { afterAll, beforeAll, expect, test } from 'vitest';
import { account, contact, seller } from '../../../tests/support/record-entities.ts';
import { recordWorld, type RecordWorld } from '../../../tests/support/record-world.ts';
import type { Actor } from '../../access/index.ts';
import type { Plugin } from '../../plugin.ts';
import type { ReportDefinition } from '../definition.ts';
import { changeReport, createReport, deleteReport, listReports } from '../index.ts';

let world: RecordWorld;
let ann: Actor;
let bob: Actor;

beforeAll(async () => {
  world = await recordWorld([account, contact], [seller]);
  ann = await world.person('Ann', ['seller']);
  bob = await world.person('Bob', ['seller']);
});
afterAll(() => world?.close());

const base: ReportDefinition = {
  entity: 'contact',
  groups: [{ field: 'level' }],
  measures: [{ id: 'count', function: 'count' }],
  chart: 'table',
};
const refusal = (asked: Promise<unknown>) =>
  asked.then(
    () => 'answered',
    (error: { code: string }) => error.code,
  );

test('a report about an entity that is gone stays with who may change it, who can take it away', async () => {
  const known = { plugins: [], find: () => undefined, hasEntity: () => true };
  const store = { sql: world.sql, registry: known, access: world.access, clock: Date };
  const input = { name: 'Old', description: '', sharing: 'everybody' as const, roles: [], definition: base };
  const owner = { ...ann, permissions: new Set(['views.share']) };
  const { id } = await createReport(store, input, owner);
  const later = { ...store, registry: { ...known, hasEntity: (entity: string) => entity !== base.entity } };
  const seen = async (actor: Actor) => (await listReports(later, actor)).map(({ name }) => name);
  expect([await seen(owner), await seen(bob)]).toEqual([['Old'], []]);
  await deleteReport(later, owner, id);
  expect(await seen(owner)).toEqual([]);
});

test('a report is its owner’s until it is shared; others read it and leave it as it is', async () => {
  const plugins = [{ reports: [{ id: 'demo.all', definition: base }] }] as unknown as Plugin[]; // only that is read
  const registry = { plugins, find: () => undefined, hasEntity: () => true };
  const store = { sql: world.sql, registry, access: world.access, clock: Date };
  const owner = { ...ann, permissions: new Set(['views.share']) };
  const input = { name: 'Mine', description: '', sharing: 'private' as const, roles: [], definition: base };
  const report = await createReport(store, input, owner);
  const seen = async (actor: Actor) => (await listReports(store, actor)).map(({ name }) => name);
  expect([await seen(owner), await seen(bob)]).toEqual([['demo.all', 'Mine'], ['demo.all']]);
  const shared = { sharing: 'roles' as const, roles: ['seller'], version: 1 };
  await changeReport(store, { id: report.id, change: shared }, owner);
  expect(await seen(bob)).toEqual(['demo.all', 'Mine']);
  const rename = changeReport(store, { id: report.id, change: { name: 'His', version: 2 } }, bob);
  expect(await refusal(rename)).toBe('report-not-yours');
  expect(await refusal(changeReport(store, { id: report.id, change: shared }, owner))).toBe('report-changed');
  expect(await refusal(createReport(store, { ...input, sharing: 'everybody' }, bob))).toBe('forbidden');
  await deleteReport(store, owner, report.id);
  expect(await seen(bob)).toEqual(['demo.all']);
  // and the audit knows when it came to the others and when it went, not what its owner did alone
  const told = await world.sql`
    select changes -> 'definition' ->> 'before' is null as "isNew", changes -> 'definition' ->> 'after' is null as "isGone"
    from core.event where type = 'definition.changed' and changes -> 'title' ->> 'after' = 'Mine' order by id`;
  expect(told).toEqual([
    { isNew: true, isGone: false },
    { isNew: false, isGone: true },
  ]);
});
