import type { Tx } from '../../db/connect.ts';
import { Problem } from '../../errors.ts';
import type { Screen } from '../definition.ts';
import type { Operation } from '../overlay/operation.ts';
import { addChange, type Author } from './screen-changes.ts';
import type { Variant } from './screen-rows.ts';

export interface OverlayInput {
  screen: string;
  title: string;
  variant: Variant;
  operations: readonly Operation[];
  base: Screen;
  /** The version it was changed from, 0 where there was none; any when absent. */
  version?: number;
}

/** Without operations nothing is left: the variant is as the original. Throws `screen-changed` (409). */
export async function saveOverlay(tx: Tx, input: OverlayInput, author: Author): Promise<void> {
  const { screen, title, variant, operations, base } = input;
  const [now] = await tx<{ version: number; operations: Operation[]; base: Screen }[]>`
    select version, operations, base from core.screen_overlay
    where screen = ${screen} and role is not distinct from ${variant.role}
      and device is not distinct from ${variant.device} for update`;
  if (input.version !== undefined && (now?.version ?? 0) !== input.version)
    throw new Problem({ status: 409, code: 'screen-changed' });
  const isEmpty = operations.length === 0;
  if (isEmpty && !now) return;
  if (isEmpty)
    await tx`delete from core.screen_overlay
      where screen = ${screen} and role is not distinct from ${variant.role}
        and device is not distinct from ${variant.device}`;
  else
    await tx`
      insert into core.screen_overlay (screen, role, device, operations, base, updated_by)
      values (${screen}, ${variant.role}, ${variant.device}, ${JSON.stringify(operations)}::text::json,
        ${JSON.stringify(base)}::text::json, ${author.actor})
      on conflict (screen, role, device) do update set operations = excluded.operations, base = excluded.base,
        version = core.screen_overlay.version + 1, updated_by = excluded.updated_by, updated_at = now()`;
  const before = now ? { operations: now.operations, base: now.base } : null;
  const content = isEmpty ? null : { operations: [...operations], base };
  await addChange(tx, { screen, title, ...variant, kind: 'overlay', before, content }, author);
}
