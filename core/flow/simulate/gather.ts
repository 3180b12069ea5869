/** Takes what a round has left of one instance, and decides what becomes of it in a trial. */
import { definitionsIn } from '../graph/events.ts';
import type { Ask, Call } from '../shell/kinds.ts';
import type { InstanceRun } from '../shell/run.ts';
import type { Variables } from '../step/types.ts';
import { giveTo } from './give-to.ts';
import { trialLimits } from './limits.ts';
import type { Awaited, Play } from './playing.ts';
import { doneAt, standInForCall, standInForEvent, standInForPerson } from './stand-in.ts';

export async function gather(play: Play, run: InstanceRun): Promise<void> {
  const { agenda, waiting, incidents } = play;
  const drop = (number: number): void => {
    agenda.drop(`${run.id}:${number}`);
    waiting.delete(`${run.id}:${number}`);
  };
  run.closed.splice(0).forEach(drop);
  run.abandoned.splice(0).forEach(drop);
  incidents.push(...run.incidents.splice(0));
  if (run.ended) {
    agenda.dropAllOf(run.id);
    for (const [key, one] of waiting) if (one.run === run) waiting.delete(key);
  } else {
    for (const [wait, body] of run.opened) await take(play, { run, wait, body });
    run.opened.clear();
    for (const call of run.external.splice(0)) await answer(play, run, call);
    for (const put of run.later.splice(0)) later(play, run, put);
  }
  send(play, run);
}

async function take(play: Play, awaited: Awaited): Promise<void> {
  const { run, wait, body } = awaited;
  const { batch, waiting } = play;
  waiting.set(`${run.id}:${wait}`, awaited);
  if (body.kind === 'timer') {
    if (mayFire(play, awaited)) trigger(play, awaited, { at: body.due, variables: {}, isFirst: false });
  } else if (body.kind === 'work-item') {
    play.workItems.push({ at: batch.now, body, run });
    const variables = await standInForPerson(play, run, body);
    trigger(play, awaited, { at: doneAt(play, run, body.element), variables, isFirst: true });
  } else if (body.kind === 'message' || body.kind === 'signal') {
    const variables = await standInForEvent(play, run, body.element);
    if (variables) trigger(play, awaited, { at: doneAt(play, run, body.element), variables, isFirst: true });
  }
}

/** A reminder without end would be sent for ever. */
function mayFire({ fired }: Play, { run, body }: Awaited): boolean {
  const node = run.definition.graph.nodes[body.element];
  const isCycle =
    node !== undefined &&
    definitionsIn(node).some((event) => event.kind === 'timer' && event.timer.type === 'cycle');
  if (!isCycle) return true;
  const times = fired.get(body.element) ?? 0;
  fired.set(body.element, times + 1);
  return times < trialLimits.cycles;
}

function trigger(
  play: Play,
  { run, wait }: Awaited,
  { at, variables, isFirst }: { at: number; variables: Variables; isFirst: boolean },
): void {
  const key = `${run.id}:${wait}`;
  const act = (): void => {
    if (play.waiting.delete(key)) giveTo(play, run, { type: 'trigger', wait, variables });
  };
  play.agenda.add({ key, at, isFirst, act });
}

async function answer(play: Play, run: InstanceRun, call: Call): Promise<void> {
  const { element, task, input, ask } = call;
  play.calls.push({ element, task, input, at: play.batch.now });
  const result = await standInForCall(play, run, call);
  play.agenda.add({
    key: `${run.id}:${ask}`,
    at: doneAt(play, run, element),
    isFirst: true,
    act: () => giveTo(play, run, { type: 'answer', ask, result }),
  });
}

/** A retry that will be due, or what a long batch left over. */
function later(
  play: Play,
  run: InstanceRun,
  { effect, attempt, dueAt }: { effect: Ask; attempt: number; dueAt: number },
): void {
  const act = (): void => {
    run.asks.push(effect);
    run.attempts.set(effect.ask, attempt);
  };
  play.agenda.add({ key: `${run.id}:${effect.ask}`, at: dueAt, isFirst: true, act });
}

/** Nothing leaves the trial; what it throws reaches what waits in it. */
function send(play: Play, run: InstanceRun): void {
  for (const { name, correlationKey, variables } of run.published.splice(0)) {
    play.messages.push({ kind: 'message', name, key: correlationKey });
    const [first] = [...play.waiting.values()].filter(
      ({ body }) => body.kind === 'message' && body.name === name && body.correlationKey === correlationKey,
    );
    if (first) arrive(play, first, variables);
  }
  for (const { name, variables } of run.broadcast.splice(0)) {
    play.messages.push({ kind: 'signal', name, key: null });
    for (const awaited of play.waiting.values())
      if (awaited.body.kind === 'signal' && awaited.body.name === name) arrive(play, awaited, variables);
  }
}

function arrive(play: Play, { run, wait }: Awaited, variables: Variables): void {
  const key = `${run.id}:${wait}`;
  play.agenda.drop(key);
  play.waiting.delete(key);
  giveTo(play, run, { type: 'trigger', wait, variables });
}
