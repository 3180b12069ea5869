import { calledResult, summarize } from '../step/index.ts';
import type { Effect } from '../step/types.ts';
import type { InstanceRun, Letter } from './run.ts';

/** Takes the effects of one step into the run. What opens and closes within one batch leaves no trace. */
export function collect(
  run: InstanceRun,
  effects: readonly Effect[],
  isExternal: (task: string) => boolean,
): void {
  for (const effect of effects) take(run, effect, isExternal);
  const abandoned = new Set(effects.flatMap((effect) => (effect.type === 'abandon' ? [effect.ask] : [])));
  if (abandoned.size > 0) dropAsked(run, abandoned);
}

function take(run: InstanceRun, effect: Effect, isExternal: (task: string) => boolean): void {
  switch (effect.type) {
    case 'history':
      run.history.push(effect.entry);
      return;
    case 'read':
    case 'evaluate':
    case 'decide':
    case 'invoke':
      run.asks.push(effect);
      return;
    case 'call':
      if (isExternal(effect.task)) run.external.push(effect);
      else run.asks.push(effect);
      return;
    case 'abandon':
      abandon(run, effect);
      return;
    case 'escalate':
      escalate(run, effect);
      return;
    case 'go-on':
      run.letters.push({ to: { instance: effect.origin.instance }, command: goOn(effect.origin.ask) });
      return;
    case 'open':
      run.opened.set(effect.wait, effect.body);
      return;
    case 'close':
      if (!run.opened.delete(effect.wait)) run.closed.push(effect.wait);
      return;
    case 'publish':
      run.published.push(effect);
      return;
    case 'broadcast':
      run.broadcast.push(effect);
      return;
    case 'incident':
      run.incidents.push(effect);
      return;
    case 'resolve':
      resolve(run, effect.incident);
      return;
    case 'ended':
      run.ended = effect;
      tellCaller(run, effect);
      return;
  }
}

function abandon(run: InstanceRun, { ask, isFlow }: Extract<Effect, { type: 'abandon' }>): void {
  if (isFlow)
    run.letters.push({ to: { caller: run.id, ask }, command: { type: 'cancel', isCalledOff: true } });
  run.abandoned.push(ask);
}

/** What the step has asked itself comes before it takes it back. */
function dropAsked(run: InstanceRun, abandoned: ReadonlySet<number>): void {
  run.asks = run.asks.filter((one) => !abandoned.has(one.ask));
  run.external = run.external.filter((one) => !abandoned.has(one.ask));
  run.later = run.later.filter((one) => !abandoned.has(one.effect.ask));
}

function tellCaller(run: InstanceRun, ended: Extract<Effect, { type: 'ended' }>): void {
  const { definition, state, isCalledOff } = run;
  const caller = state!.caller;
  if (caller === undefined || isCalledOff) return;
  const { variables } = summarize(definition.graph, state!);
  const result = calledResult({ flow: definition.key, ended, variables, unchanged: state!.given });
  run.letters.push({
    to: { instance: caller.instance },
    command: { type: 'answer', ask: caller.ask, result },
  });
}

function escalate(run: InstanceRun, { code, origin }: Extract<Effect, { type: 'escalate' }>): void {
  const { instance, ask } = run.state!.caller!;
  run.letters.push({ to: { instance }, command: { type: 'escalated', ask, code, origin } });
}

const goOn = (ask: number): Letter['command'] => ({ type: 'answer', ask, result: { ok: true, value: null } });

function resolve(run: InstanceRun, incident: number): void {
  const before = run.incidents.length;
  run.incidents = run.incidents.filter((one) => one.incident !== incident);
  if (run.incidents.length === before) run.resolved.push(incident);
}
