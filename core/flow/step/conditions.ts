/**
 * Conditional events. A condition fires when it *becomes* true, so each keeps what it was when last looked at. It is
 * looked at when it opens and after every move that changed a variable it reads, and again for each change of its
 * record. Looking may have to ask, as any evaluation; the element it stands at is not held up by that.
 */
import { know, stopOf } from './commands/answer.ts';
import { takeWait, triggered } from './commands/trigger.ts';
import { isNotThereYet } from './incident.ts';
import { halt, look } from './look.ts';
import type { Watching } from './look.ts';
import { closeWait, scopeOf } from './moves.ts';
import { expressionOf, nodeOf } from './prepare.ts';
import type { Run } from './run.ts';
import type { OpenWait, Watch } from './state.ts';
import type { Command } from './types.ts';

/** Looks at all that there is to look at and that does not have to ask first. */
export const watchConditions = (run: Run): void => {
  const { changes } = run;
  if (changes === null) return;
  if ((changes.length === 0 && !run.hasLooks) || run.state.status !== 'active') return;
  const changed = changes.splice(0);
  run.hasLooks = false;
  for (const watching of openWatches(run)) {
    if (changed.some((change) => isConcerned(run, watching, change))) lookAgain(watching.watch);
    lookAll(run, watching);
  }
};

/** The answer to what a look asked for. */
export const answerLook = (run: Run, { ask, result }: Extract<Command, { type: 'answer' }>): void => {
  const found = openWatches(run).find(({ watch }) => watch.ask === ask);
  if (found === undefined) return;
  const { wait, watch } = found;
  watch.ask = undefined;
  run.hasLooks = true;
  if (result.ok) return know(run, watch, nodeOf(run.prepared, wait.element), result);
  const stop = stopOf(result.failure);
  if (isNotThereYet(stop)) know(run, watch, nodeOf(run.prepared, wait.element), { ok: true, value: false });
  else halt(run, found, stop);
};

/** True when the incident is one of a condition: it is looked at once more. */
export const retryLook = (run: Run, incident: number): boolean => {
  const found = openWatches(run).find(({ watch }) => watch.incident === incident);
  if (found === undefined) return false;
  found.watch.incident = undefined;
  run.effects.push({ type: 'resolve', incident });
  run.hasLooks = true;
  return true;
};

/** When the incident is one of a condition, what was to be looked at counts as false. Answers who waits for it. */
export const dropLook = (run: Run, incident: number): Watching | undefined => {
  const found = openWatches(run).find(({ watch }) => watch.incident === incident);
  if (found === undefined) return undefined;
  Object.assign(found.watch, { incident: undefined, looks: [], known: undefined, isTrue: false });
  run.effects.push({ type: 'resolve', incident });
  return found;
};

const openWatches = (run: Run): Watching[] =>
  run.state.tokens.flatMap((token) =>
    (token.waits ?? []).flatMap((wait) =>
      wait.watch === undefined ? [] : [{ token, wait, watch: wait.watch }],
    ),
  );

const isConcerned = (
  run: Run,
  { token, watch }: Watching,
  change: { scope: number; name: string },
): boolean => {
  if (watch.record !== undefined) return false;
  const { expression, isSync } = expressionOf(run.prepared, watch.source);
  if (isSync && !expression.roots.includes(change.name)) return false;
  for (let scope: number | undefined = token.scope; scope !== undefined; scope = scopeOf(run, scope).parent)
    if (scope === change.scope) return true;
  return false;
};

const isOneOfAll = (run: Run, wait: OpenWait): boolean =>
  nodeOf(run.prepared, wait.element).definition.isParallelMultiple === true;

/** What has not begun yet will see all changes so far. */
const lookAgain = (watch: Watch): void => {
  const isUnderWay = watch.known !== undefined || watch.ask !== undefined;
  if (watch.looks.length <= (isUnderWay ? 1 : 0)) watch.looks.push({});
};

const lookAll = (run: Run, watching: Watching): void => {
  const { token, wait, watch } = watching;
  const isOpen = (): boolean => token.at !== '' && token.waits?.includes(wait) === true;
  while (isOpen() && watch.looks.length > 0 && watch.ask === undefined && watch.incident === undefined) {
    if (token.todo?.do === 'trigger') {
      // It is about to go on with what fired before; the next comes after that move.
      run.hasLooks = true;
      return;
    }
    const hasBecomeTrue = look(run, watching, watch.looks[0]!);
    if (hasBecomeTrue === null) return;
    watch.looks.shift();
    watch.known = undefined;
    if (!hasBecomeTrue) continue;
    // One that goes on stays as it is: changes on their way to it know it by its number.
    const goesOn = wait.again !== undefined && !isOneOfAll(run, wait);
    if (!goesOn) {
      takeWait(token, wait);
      closeWait(run, wait);
    }
    triggered(run, token, goesOn ? { ...wait, again: undefined } : wait, {});
  }
};
