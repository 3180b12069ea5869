/**
 * Deploys decisions that a plugin brings: once, and again when the plugin's file changed. What an admin deployed
 * since stays; the plugin's newer file then waits for the admin, as with flows.
 */
import { createHash } from 'node:crypto';
import { systemActor } from '../../access/actor.ts';
import { readFile } from '../read/read-file.ts';
import { deployDecisions } from './deploy-decisions.ts';
import type { DecisionParts } from './parts.ts';

export interface BaseDecisions {
  plugin: string;
  /** File name, for the log and the record of what was deployed. */
  file: string;
  xml: string;
}

export async function deployBaseDecisions(
  parts: DecisionParts,
  { plugin, file, xml }: BaseDecisions,
): Promise<'deployed' | 'unchanged' | 'forked'> {
  const setting = `decision.base.${plugin}/${file}`;
  const checksum = createHash('sha256').update(xml).digest('hex');
  const [known] = await parts.sql<{ value: string }[]>`select value from core.setting where key = ${setting}`;
  if (known?.value === checksum) return 'unchanged';
  const author = { ...systemActor, id: `plugin:${plugin}`, name: plugin };
  const isForked = known !== undefined && (await isForkedBySomebody(parts, xml, author.id));
  if (!isForked) await deployDecisions(parts, { actor: author, xml });
  await parts.sql`
    insert into core.setting (key, value) values (${setting}, ${JSON.stringify(checksum)}::text::jsonb)
    on conflict (key) do update set value = excluded.value`;
  return isForked ? 'forked' : 'deployed';
}

async function isForkedBySomebody({ sql }: DecisionParts, xml: string, author: string): Promise<boolean> {
  const { model } = await readFile(xml);
  const [foreign] = await sql`
    select from (
      select distinct on (key) deployed_by ->> 'id' as author from flow.decision
      where key = any(${Object.keys(model?.decisions ?? {})}) order by key, version desc
    ) latest where author <> ${author}`;
  return foreign !== undefined;
}
