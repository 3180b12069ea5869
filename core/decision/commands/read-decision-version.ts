import { Problem } from '../../errors.ts';
import type { DecisionParts } from './parts.ts';

export interface DecisionVersion {
  key: string;
  version: number;
  name: string;
  deployedAt: Date;
  deployedBy: { id: string; title: string };
}

export async function listDecisionVersions(
  { sql }: DecisionParts,
  key: string,
): Promise<{ items: DecisionVersion[]; next: null }> {
  const items = await sql<DecisionVersion[]>`
    select key, version, name, deployed_at as "deployedAt", deployed_by as "deployedBy"
    from flow.decision where key = ${key} order by version desc`;
  if (items.length === 0) throw unknownDecision(key);
  return { items: [...items], next: null };
}

export async function readDecisionVersion(
  { sql }: DecisionParts,
  key: string,
  version: number | 'latest',
): Promise<DecisionVersion & { xml: string }> {
  const [found] = await sql<(DecisionVersion & { xml: string })[]>`
    select key, version, name, xml, deployed_at as "deployedAt", deployed_by as "deployedBy"
    from flow.decision where key = ${key} and (${version === 'latest'} or version = ${version === 'latest' ? 0 : version})
    order by version desc limit 1`;
  if (!found) throw unknownDecision(key);
  return found;
}

export const unknownDecision = (decision: string): Problem =>
  new Problem({ status: 404, code: 'decision-unknown', params: { decision } });
