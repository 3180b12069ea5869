import { booleanOf } from './expression.ts';
import { isNotThereYet, raise, Stop } from './incident.ts';
import { Pause } from './pause.ts';
import { expressionOf, nodeOf } from './prepare.ts';
import type { Run } from './run.ts';
import type { Look, OpenWait, Token, Watch } from './state.ts';
import type { Value } from './types.ts';

export interface Watching {
  /** Who holds the wait. */
  token: Token;
  wait: OpenWait;
  watch: Watch;
}

/** Whether the condition has become true; null where it had to ask, or has failed. */
export const look = (run: Run, watching: Watching, at: Look): boolean | null => {
  const { token, wait, watch } = watching;
  const asker: Token = {
    ...token,
    at: wait.element,
    ask: undefined,
    known: { ...watch.known, look: at, ...subjectIn(run, watch, at) },
  };
  const mark = run.effects.length;
  run.node = nodeOf(run.prepared, wait.element);
  run.used = 0;
  try {
    return becameTrue(run, asker, watch, at);
  } catch (problem) {
    if (problem instanceof Pause) {
      run.effects.length = mark;
      problem.ask(run, asker);
      watch.ask = asker.ask;
      watch.known = asker.known;
    } else if (problem instanceof Stop) halt(run, watching, problem);
    else throw problem;
    return null;
  }
};

const becameTrue = (run: Run, asker: Token, watch: Watch, at: Look): boolean => {
  if ((versionOf(at.record) ?? Infinity) <= (watch.version ?? -1)) return false;
  if (isByChange(run, watch))
    return at.record !== undefined && !heldBefore(run, asker, watch, at) && holds(run, asker, watch.source);
  const wasTrue = watch.isTrue ?? true;
  watch.isTrue = holds(run, asker, watch.source);
  watch.version = versionOf(at.record ?? asker.known?.subject) ?? watch.version;
  return watch.isTrue && !wasTrue;
};

/** What speaks of a change, or of any record, has no state of its own: it is held against the record before. */
const isByChange = (run: Run, { record, source }: Watch): boolean =>
  record !== undefined &&
  (record.id === null || expressionOf(run.prepared, source).bindings.includes('before'));

const heldBefore = (run: Run, asker: Token, watch: Watch, { before = null }: Look): boolean => {
  if (before === null) return false;
  const { known } = asker;
  asker.known = { ...known, look: { record: before, before } };
  try {
    return holds(run, asker, watch.source);
  } catch (problem) {
    if (!(problem instanceof Stop)) throw problem;
    return false;
  } finally {
    asker.known = { ...asker.known, look: known?.look };
  }
};

const holds = (run: Run, asker: Token, source: string): boolean => {
  try {
    return booleanOf(run, asker, { source, element: asker.at, of: asker.at });
  } catch (problem) {
    if (problem instanceof Stop && isNotThereYet(problem)) return false;
    throw problem;
  }
};

/** A change of the subject brings it along; it need not be read. */
const subjectIn = (run: Run, { record }: Watch, at: Look): { subject?: Value } =>
  record?.id != null && at.record !== undefined && record.id === run.state.subject?.id
    ? { subject: at.record }
    : {};

const versionOf = (record: Value | undefined): number | undefined => {
  const version =
    typeof record === 'object' && record !== null && !Array.isArray(record) ? record.version : null;
  return typeof version === 'number' ? version : undefined;
};

/** The event stops until somebody repairs it; its element does not. */
export const halt = (run: Run, { wait, watch }: Watching, stop: Stop): void => {
  watch.incident = raise(run, [], wait.element, stop);
  watch.known = undefined;
};
