import type { Effect } from '../step/types.ts';
import type { InstanceRun } from './run.ts';

/** Takes the effects of one step into the run. What opens and closes within one batch leaves no trace. */
export function collect(
  run: InstanceRun,
  effects: readonly Effect[],
  isExternal: (task: string) => boolean,
): void {
  for (const effect of effects) take(run, effect, isExternal);
}

function take(run: InstanceRun, effect: Effect, isExternal: (task: string) => boolean): void {
  switch (effect.type) {
    case 'history':
      run.history.push(effect.entry);
      return;
    case 'read':
    case 'evaluate':
      run.asks.push(effect);
      return;
    case 'call':
      if (isExternal(effect.task)) run.external.push(effect);
      else run.asks.push(effect);
      return;
    case 'abandon':
      abandon(run, effect.ask);
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
      return;
  }
}

function abandon(run: InstanceRun, ask: number): void {
  run.asks = run.asks.filter((one) => one.ask !== ask);
  run.external = run.external.filter((one) => one.ask !== ask);
  run.later = run.later.filter((one) => one.effect.ask !== ask);
  run.abandoned.push(ask);
}

function resolve(run: InstanceRun, incident: number): void {
  const before = run.incidents.length;
  run.incidents = run.incidents.filter((one) => one.incident !== incident);
  if (run.incidents.length === before) run.resolved.push(incident);
}
