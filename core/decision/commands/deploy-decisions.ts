/** Deploys every decision of a DMN file: all of them, or none with all that is wrong. */
import { createHash } from 'node:crypto';
import type { Actor } from '../../access/actor.ts';
import { definitionChanged } from '../../configuration/index.ts';
import type { Tx } from '../../db/connect.ts';
import { Problem } from '../../errors.ts';
import type { Decision, DecisionModel } from '../model.ts';
import { checkDecisions } from './check-decisions.ts';
import type { DecisionParts, ToldProblem } from './parts.ts';

export interface DeployInput {
  actor: Actor;
  xml: string;
}

export interface DeployedDecisions {
  decisions: { key: string; name: string; version: number }[];
  warnings: ToldProblem[];
}

/** Problem `decision-refused` (422) with `errors` and `warnings`. */
export async function deployDecisions(
  parts: DecisionParts,
  { actor, xml }: DeployInput,
): Promise<DeployedDecisions> {
  const { model, errors, warnings } = await checkDecisions(xml, actor.locale);
  if (model === null)
    throw new Problem({
      status: 422,
      code: 'decision-refused',
      params: { count: errors.length },
      extra: { errors, warnings },
    });
  const file = { model, xml, checksum: createHash('sha256').update(xml).digest('hex') };
  // In the order of keys: two deployments of the same file never wait for each other in a circle.
  const sorted = Object.values(model.decisions).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const decisions = await parts.sql.begin(async (tx) => {
    const stored: DeployedDecisions['decisions'] = [];
    for (const decision of sorted)
      stored.push({
        key: decision.id,
        name: decision.name,
        version: await storeVersion(tx, { decision, file, actor, now: parts.clock.now() }),
      });
    return stored;
  });
  return { decisions, warnings };
}

interface Storing {
  decision: Decision;
  file: { model: DecisionModel; xml: string; checksum: string };
  actor: Actor;
  now: number;
}

/** The same XML as the latest version keeps that version. */
async function storeVersion(tx: Tx, { decision, file, actor, now }: Storing): Promise<number> {
  await tx`select pg_advisory_xact_lock(hashtextextended('decision:' || ${decision.id}, 0))`;
  const [latest] = await tx<{ version: number; checksum: string }[]>`
    select version, checksum from flow.decision where key = ${decision.id} order by version desc limit 1`;
  if (latest?.checksum === file.checksum) return latest.version;
  const version = (latest?.version ?? 0) + 1;
  const author = JSON.stringify({ id: actor.id, title: actor.name });
  await tx`
    insert into flow.decision (key, version, name, model, xml, checksum, deployed_at, deployed_by)
    values (${decision.id}, ${version}, ${decision.name}, ${JSON.stringify(file.model)}::text::json, ${file.xml},
      ${file.checksum}, to_timestamp(${now}::float8 / 1000), ${author}::text::jsonb)`;
  await definitionChanged(tx, {
    kind: 'decision',
    id: decision.id,
    title: decision.name,
    before: latest ? { version: latest.version } : null,
    after: { version },
    actor: actor.userId ?? actor.id,
    at: now,
  });
  return version;
}
