import type { Compiled } from './evaluate.ts';
import { Stop } from './incident.ts';
import { Pause } from './pause.ts';
import { subjectPathsOf } from './prepare.ts';
import type { Run } from './run.ts';
import type { Token } from './state.ts';
import type { Value, Variables } from './types.ts';

const none: Variables = {};

/** `$subject`, `$actor`, `$instance`, `$record`, `$before`: those that the expression reads. */
export const bindingsFor = (run: Run, token: Token, compiled: Compiled): Variables => {
  if (compiled.bindings.length === 0) return none;
  const bindings: Variables = {};
  for (const name of compiled.bindings) {
    if (name === 'subject') bindings.subject = subjectOf(run, token, compiled);
    else if (name === 'actor') bindings.actor = { id: run.actor };
    else if (name === 'before') bindings.before = beforeOf(run, token);
    else if (name === 'record') bindRecord(run, token, compiled, bindings);
    else bindings.instance = instanceOf(run);
  }
  return bindings;
};

/** The record, read anew for every move; its id alone needs no reading. */
const subjectOf = (run: Run, token: Token, compiled: Compiled): Value => {
  const { subject } = run.state;
  if (subject === undefined) throw new Stop({ code: 'flow.subject-missing', expression: compiled.source });
  if (token.known?.subject !== undefined) return token.known.subject;
  const paths = subjectPathsOf(run.prepared, run.node!);
  if (paths.length === 1 && paths[0] === 'id') return { id: subject.id };
  throw Pause.forRecord({ ...subject, paths, key: null });
};

/** A conditional event sees the change it is looked at for; everything else the one that began the instance. */
const beforeOf = (run: Run, token: Token): Value => {
  const look = token.known?.look;
  return (look === undefined ? run.state.before : look.before) ?? null;
};

/** Elsewhere than in conditional events there is no such name, and the expression language says so. */
const bindRecord = (run: Run, token: Token, compiled: Compiled, bindings: Variables): void => {
  const look = token.known?.look;
  if (look !== undefined) bindings.record = look.record ?? subjectOf(run, token, compiled);
};

const instanceOf = ({ state, prepared }: Run): Value => ({
  id: state.instance,
  flow: prepared.graph.key,
  businessKey: state.businessKey ?? null,
  startedAt: new Date(state.startedAt).toISOString(),
});
