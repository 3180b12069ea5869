import { definitionChanged, type ApplyContext } from '../../configuration/index.ts';
import type { Tx } from '../../db/connect.ts';
import type { FlowTest } from '../simulate/test-content.ts';

export type KeptTest = Omit<FlowTest, 'id'>;

/** Puts a test in the place of what had its id, or takes it away where `kept` is null; answers whether there was one. */
export async function writeFlowTest(
  tx: Tx,
  {
    id,
    kept,
    actor,
    at,
    requestId,
  }: Omit<ApplyContext, 'requestId'> & { id: string; kept: KeptTest | null; requestId?: string },
): Promise<boolean> {
  const [old] = await tx<KeptTest[]>`delete from flow.test where id = ${id} returning flow, name, content`;
  if (kept)
    await tx`
      insert into flow.test (id, flow, name, content, created_at, created_by)
      values (${id}, ${kept.flow}, ${kept.name}, ${JSON.stringify(kept.content)}::text::json,
        to_timestamp(${at}::float8 / 1000), ${JSON.stringify({ id: actor.id, title: actor.name })}::text::jsonb)`;
  if (old || kept)
    await definitionChanged(tx, {
      kind: 'flow-test',
      id,
      title: (kept ?? old)!.name,
      before: old ? told(old) : null,
      after: kept ? told(kept) : null,
      actor: actor.userId ?? actor.id,
      at,
      ...(requestId !== undefined && { requestId }),
    });
  return old !== undefined;
}

/** What the audit says of a test: not the records that it keeps. */
const told = ({ flow, content }: KeptTest): { flow: string; expects: string } => ({
  flow,
  expects: content.expected.why,
});
