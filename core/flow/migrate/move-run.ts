import type { Definition } from '../shell/definitions.ts';
import { refused, type Outcome } from '../shell/outcome.ts';
import type { InstanceRun } from '../shell/run.ts';
import type { Mapping } from '../step/index.ts';
import { addedEvents } from './added-events.ts';
import { checkMigration } from './check-migration.ts';

export interface Migration {
  versions: { from: number; to: number };
  mapping: Record<string, string>;
  added: string[];
}

/** Puts a run into another version, if all of it fits there; else says everything that does not. */
export function moveRun(run: InstanceRun, to: Definition, mapping: Mapping): Outcome | Migration {
  const from = run.definition;
  if (from.version === to.version) return refused(409, 'migrate-same-version', { version: to.version });
  if (run.state === null) return refused(409, 'instance-ended');
  const problems = checkMigration({ from: from.graph, to: to.graph, state: run.state, mapping });
  if (problems.length > 0) {
    const errors = problems.map(({ code, params }) => ({ pointer: '', code, params }));
    const params = { count: errors.length, version: to.version };
    return { ok: false, problem: { status: 422, code: 'migrate-refused', params, errors } };
  }
  run.definition = to;
  run.migrated = mapping;
  return {
    versions: { from: from.version, to: to.version },
    mapping: { ...mapping },
    added: addedEvents(from.graph, to.graph, mapping),
  };
}
