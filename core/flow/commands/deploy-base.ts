/**
 * Deploys a flow that a plugin brings: once, and again when the plugin's file changed. What an admin deployed since
 * is a fork and stays; the plugin's newer file then waits for the admin.
 */
import { createHash } from 'node:crypto';
import { systemActor } from '../../access/actor.ts';
import { deploy } from '../deploy/index.ts';
import { catalogueOf } from './catalogue.ts';
import { deployFlows } from './deploy-flows.ts';
import type { FlowParts } from './parts.ts';

export interface BaseFlow {
  plugin: string;
  /** File name, for the log and the record of what was deployed. */
  file: string;
  xml: string;
}

export type BaseOutcome = 'deployed' | 'unchanged' | 'forked';

export async function deployBase(parts: FlowParts, { plugin, file, xml }: BaseFlow): Promise<BaseOutcome> {
  const setting = `flow.base.${plugin}/${file}`;
  const checksum = createHash('sha256').update(xml).digest('hex');
  const [known] = await parts.sql<{ value: string }[]>`select value from core.setting where key = ${setting}`;
  if (known?.value === checksum) return 'unchanged';
  const author = { ...systemActor, id: `plugin:${plugin}`, name: plugin };
  const isForked = known !== undefined && (await isForkedBySomebody(parts, { xml, author: author.id }));
  if (!isForked) await deployFlows(parts, { actor: author, xml, isUntested: true });
  await parts.sql`
    insert into core.setting (key, value) values (${setting}, ${JSON.stringify(checksum)}::text::jsonb)
    on conflict (key) do update set value = excluded.value`;
  return isForked ? 'forked' : 'deployed';
}

async function isForkedBySomebody(
  parts: FlowParts,
  { xml, author }: { xml: string; author: string },
): Promise<boolean> {
  const { flows } = await deploy(xml, catalogueOf(parts.registry));
  const [foreign] = await parts.sql`
    select from (
      select distinct on (key) deployed_by ->> 'id' as author from flow.definition
      where key = any(${flows.map((flow) => flow.key)}) order by key, version desc
    ) latest where author <> ${author}`;
  return foreign !== undefined;
}
