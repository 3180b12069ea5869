import { definitionChanged, type ApplyContext } from '../../configuration/index.ts';
import type { Tx } from '../../db/connect.ts';
import { Problem } from '../../errors.ts';

type Cause = Pick<ApplyContext, 'actor' | 'at'> & { requestId?: string };

/** Takes all versions of a decision away. What a flow asks for stays: problem `decision-in-use` (409). */
export async function withdrawDecision(
  tx: Tx,
  key: string,
  { actor, at, requestId }: Cause,
): Promise<'gone' | 'unknown'> {
  const [asking] = await tx<{ flow: string }[]>`
    select d.key as flow from flow.definition d, json_each(d.graph -> 'nodes') node
    where node.value -> 'decision' ->> 'ref' = ${key} limit 1`;
  if (asking)
    throw new Problem({ status: 409, code: 'decision-in-use', params: { decision: key, flow: asking.flow } });
  const [last] = await tx<{ version: number; name: string }[]>`
    delete from flow.decision where key = ${key} returning version, name`;
  if (!last) return 'unknown';
  await definitionChanged(tx, {
    kind: 'decision',
    id: key,
    title: last.name,
    before: { version: last.version },
    after: null,
    actor: actor.userId ?? actor.id,
    at,
    ...(requestId !== undefined && { requestId }),
  });
  return 'gone';
}
