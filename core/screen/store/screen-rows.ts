import type { Db } from '../../db/connect.ts';
import type { Screen } from '../definition.ts';
import type { Operation } from '../overlay/operation.ts';

/** For whom an overlay is: for everybody where both are null. */
export interface Variant {
  role: string | null;
  device: 'phone' | null;
}

export interface StoredOverlay extends Variant {
  screen: string;
  operations: Operation[];
  /** The screen as it was when the operations were made. */
  base: Screen;
  version: number;
  updatedBy: string;
  updatedAt: Date;
}

export interface StoredScreen {
  definition: Screen;
  version: number;
  updatedBy: string;
  updatedAt: Date;
}

export interface ScreenRows {
  version: number;
  screens: StoredScreen[];
  overlays: StoredOverlay[];
}

export const screenKind = 'screen';

export async function screenVersion(sql: Db): Promise<number> {
  const [row] = await sql<{ version: number }[]>`
    select version from core.configuration_version where kind = ${screenKind}`;
  return row?.version ?? 0;
}

/** All of them: an installation has some dozens. */
export async function readScreenRows(sql: Db): Promise<ScreenRows> {
  const version = await screenVersion(sql);
  const screens = await sql<StoredScreen[]>`
    select definition, version, updated_by as "updatedBy", updated_at as "updatedAt" from core.screen order by created_at`;
  const overlays = await sql<StoredOverlay[]>`
    select screen, role, device, operations, base, version, updated_by as "updatedBy", updated_at as "updatedAt"
    from core.screen_overlay order by created_at`;
  return { version, screens: [...screens], overlays: [...overlays] };
}
