/** Plays the world around an instance until nothing more can happen: the same rounds as at work, on a clock of its own. */
import type { CommandPayload } from '../shell/kinds.ts';
import { runRounds } from '../shell/rounds.ts';
import { createAgenda } from './agenda.ts';
import { gather } from './gather.ts';
import { giveTo, type Bare } from './give-to.ts';
import { trialLimits } from './limits.ts';
import type { Play } from './playing.ts';
import type { Stage } from './stand-in.ts';

/** `limit`: it would have gone on. `until` is by `performance.now()`. */
export async function play(stage: Stage, until: number): Promise<Play & { isOver: boolean }> {
  const playing: Play = {
    ...stage,
    agenda: createAgenda(),
    waiting: new Map(),
    calls: [],
    messages: [],
    workItems: [],
    incidents: [],
    fired: new Map(),
  };
  const { tx, parts, batch, agenda } = playing;
  for (;;) {
    await runRounds(tx, parts, batch);
    for (const run of batch.runs) await gather(playing, run);
    deliverPosted(playing);
    wakeConditions(playing);
    if (isTooLong(playing) || performance.now() > until) return { ...playing, isOver: true };
    if (batch.runs.some((run) => !run.ended && run.commands.length + run.asks.length > 0)) continue;
    const due = agenda.next();
    if (due === undefined) return { ...playing, isOver: false };
    batch.now = Math.max(batch.now, due.at);
    due.act();
  }
}

const isTooLong = ({ batch }: Play): boolean =>
  batch.runs.reduce((sum, run) => sum + run.history.length, 0) > trialLimits.steps;

/** What a long batch leaves to later ones between callers and called. */
function deliverPosted({ batch }: Play): void {
  for (const { to, payload } of batch.posted.splice(0)) {
    const run = batch.runs.find((one) => one.id === to);
    if (run && !run.ended) giveTo({ batch }, run, commandOf(payload));
  }
}

// Only answers, escalations and cancellations travel between instances: all are commands of the step.
const commandOf = ({ command }: CommandPayload): Bare => command as Bare;

/** Records were written: whoever waits for one of them looks again. */
function wakeConditions({ batch, waiting }: Play): void {
  if (!batch.hasCalled) return;
  batch.hasCalled = false;
  for (const { run, wait, body } of waiting.values())
    if (body.kind === 'condition' && body.entity !== null && !run.ended)
      giveTo({ batch }, run, { type: 'record-changed', wait });
}
