/** Brings back the parts of a state that a round needs: those its commands are for, or all where the step said so. */
import type { Tx } from '../../../db/connect.ts';
import { merge, nameOf, step } from '../../step/index.ts';
import type { Command } from '../../step/types.ts';
import type { InstanceRun } from '../run.ts';
import { loadParts, type WantedParts } from '../sql/load-parts.ts';

export async function bringBack(tx: Tx, runs: readonly InstanceRun[]): Promise<void> {
  const divided = runs.filter(
    (run) => run.state?.away !== undefined && run.commands.length > 0 && !run.ended,
  );
  await bring(
    tx,
    divided.flatMap((run) => {
      const numbers = numbersOf(run);
      return numbers?.length === 0 ? [] : [{ run, instance: run.id, numbers }];
    }),
  );
  for (const run of divided)
    run.base = run.state!.away === undefined ? null : { state: structuredClone(run.state!), since: [] };
}

/** Begins the round anew with all parts. The same steps give the same effects, which are collected already. */
export async function makeWhole(tx: Tx, run: InstanceRun): Promise<void> {
  const { state, since } = run.base!;
  run.state = state;
  run.base = null;
  await bringAllBack(tx, run);
  for (const command of since) run.state = step(run.definition.graph, run.state, command).state;
}

export const bringAllBack = (tx: Tx, run: InstanceRun): Promise<void> =>
  bring(tx, run.state?.away === undefined ? [] : [{ run, instance: run.id, numbers: null }]);

async function bring(tx: Tx, wanted: readonly (WantedParts & { run: InstanceRun })[]): Promise<void> {
  if (wanted.length === 0) return;
  const found = Map.groupBy(await loadParts(tx, wanted), ({ instance }) => instance);
  for (const { run } of wanted) {
    const away = new Set(run.state!.away!.map(nameOf));
    // What is here already may have changed since it was stored.
    const parts = (found.get(run.id) ?? [])
      .map(({ content }) => content)
      .filter((part) => away.has(nameOf(part)));
    merge(run.state!, parts);
    run.parts.push(...parts.map(({ body, part }) => ({ body, part })));
  }
}

/** Null where a command is for more than the tokens it names. */
function numbersOf({ commands }: InstanceRun): number[] | null {
  const numbers: number[] = [];
  for (const command of commands) {
    const number = numberOf(command);
    if (number === null) return null;
    if (number !== undefined) numbers.push(number);
  }
  return numbers;
}

/** Undefined: it is for no token. */
function numberOf(command: Command): number | null | undefined {
  switch (command.type) {
    case 'answer':
    case 'escalated':
      return command.ask;
    case 'trigger':
    case 'record-changed':
      return command.wait;
    case 'retry':
    case 'resolve':
      return command.incident;
    case 'suspend':
    case 'resume':
      return undefined;
    case 'set-variables':
      return command.scope === undefined ? undefined : null;
    default:
      return null;
  }
}
