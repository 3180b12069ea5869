import type { ColumnMapping, ImportOptions } from './mapping.ts';
import type { ImportSource } from './source.ts';

export type ImportState = 'ready' | 'running' | 'stopping' | 'stopped' | 'completed' | 'failed';

/** Who runs the import: found again as an actor in whichever process goes on with it. */
export interface ImportActor {
  kind: 'user' | 'key' | 'system';
  userId: string | null;
}

export interface ImportRow {
  id: string;
  target: string;
  name: string;
  file: string;
  parent: string | null;
  state: ImportState;
  /** `indexes`: all rows are in, and what makes them quick to find is built. */
  phase: 'rows' | 'deferred' | 'indexes';
  source: ImportSource;
  mapping: ColumnMapping[];
  options: ImportOptions;
  /** Data rows done for good. */
  position: number;
  bytesRead: number;
  created: number;
  updated: number;
  rejected: number;
  skipped: number;
  /** Rows that wait for the end of the file. */
  deferred: number;
  runMs: number;
  actor: ImportActor;
  problem: { code: string; params: Record<string, unknown> } | null;
  createdBy: string;
  createdAt: Date;
  startedAt: Date | null;
  endedAt: Date | null;
}
