import type { Sql } from '../../db/connect.ts';
import type { Locale, Registry } from '../../registry.ts';
import { screenLabel } from '../labels.ts';
import type { Screen } from '../definition.ts';
import type { Screens } from '../screens.ts';
import type { Author } from '../store/screen-changes.ts';

/** What the commands of admins on screens work with. */
export interface EditParts {
  sql: Sql;
  registry: Registry;
  screens: Screens;
}

/** Who edits, and what is asked for beside the screens themselves. */
export interface Editing {
  actor: string;
  at: number;
  requestId?: string;
  locale: Locale;
  /** Keys of the flows that are deployed. */
  flows: ReadonlySet<string>;
  /** Ids of the reports that are there. */
  reports: ReadonlySet<string>;
}

export const authorOf = ({ actor, at, requestId }: Editing, note: string | null = null): Author => ({
  actor,
  at,
  note,
  ...(requestId && { requestId }),
});

/** What the audit calls it. */
export const auditTitle = ({ registry }: Pick<EditParts, 'registry'>, screen: Screen): string =>
  screenLabel(registry, 'en', screen);
