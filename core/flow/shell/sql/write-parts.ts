import type { Tx } from '../../../db/connect.ts';
import { packTexts } from '../../../db/pack.ts';
import { numbersIn, type Part } from '../../step/index.ts';

export interface WrittenPart {
  instance: string;
  part: Part;
}

export async function writeParts(tx: Tx, written: readonly WrittenPart[]): Promise<void> {
  if (written.length === 0) return;
  const rows = written.map(({ part }) => `{${numbersIn(part).join(',')}}`);
  await tx`
    insert into flow.instance_part (instance_id, body, part, numbers, content)
    select instance_id, body, part, numbers::int[], content::json
    from unnest(${written.map(({ instance }) => instance)}::uuid[], ${written.map(({ part }) => part.body)}::int[],
      ${written.map(({ part }) => part.part)}::int[], string_to_array(${packTexts(rows)}, chr(30)),
      string_to_array(${packTexts(written.map(({ part }) => JSON.stringify(part)))}, chr(30)))
      as t (instance_id, body, part, numbers, content)
    on conflict (instance_id, body, part) do update set numbers = excluded.numbers, content = excluded.content`;
}

/** Nothing is left in them. */
export async function dropParts(
  tx: Tx,
  dropped: readonly { instance: string; body: number; part: number }[],
): Promise<void> {
  if (dropped.length === 0) return;
  await tx`
    delete from flow.instance_part as gone
    using unnest(${dropped.map(({ instance }) => instance)}::uuid[], ${dropped.map(({ body }) => body)}::int[],
      ${dropped.map(({ part }) => part)}::int[]) as t (instance_id, body, part)
    where gone.instance_id = t.instance_id and gone.body = t.body and gone.part = t.part`;
}
