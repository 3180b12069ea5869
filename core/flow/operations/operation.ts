import type { InstanceCommand } from '../shell/kinds.ts';
import type { InstanceFilter } from './selection.ts';

export const operationKinds = ['retry', 'resolve', 'cancel', 'suspend', 'resume', 'migrate'] as const;
export type OperationKind = (typeof operationKinds)[number];

/** Either these instances, or all that the filter finds. */
export type Selection = { ids: string[] } | { filter: InstanceFilter };

export interface OperationOptions {
  reason?: string;
  version?: number;
  mapping?: Record<string, string>;
}

export interface Operation {
  id: string;
  kind: OperationKind;
  selection: Selection;
  options: OperationOptions;
  actor: string;
  state: 'running' | 'completed' | 'stopped';
  total: number | null;
  issued: number;
  done: number;
  failed: number;
  lastId: string | null;
  isIssued: boolean;
  createdAt: Date;
  endedAt: Date | null;
}

export const operationJob = 'flow.operation';

/** The command that one instance gets. Incidents are named one by one. */
export function commandOf(
  { kind, options }: Pick<Operation, 'kind' | 'options'>,
  incident?: number,
): InstanceCommand {
  if (kind === 'cancel') return { type: 'cancel', reason: options.reason };
  if (kind === 'suspend' || kind === 'resume') return { type: kind };
  if (kind === 'migrate')
    return { type: 'migrate', version: options.version!, mapping: options.mapping ?? {} };
  return { type: kind, incident: incident! };
}
