import { api } from './client.ts';

export interface UndoSkipped {
  entity: string;
  id: string;
  title: unknown;
  /** Changed since. */
  fields: string[];
  problem?: { detail?: string };
}

export interface UndoOutcome {
  undone: number;
  skipped: UndoSkipped[];
  /** Skipped, and not to be seen. */
  hidden: number;
  cause: string;
}

/** Takes back what one request changed, but for what was changed since. */
export const undoCause = (cause: string): Promise<UndoOutcome> => api.post('/api/undo', { cause });
