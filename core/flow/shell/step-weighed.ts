/**
 * Steps an instance that became too large in its batch: the answer that would make it so comes to its element as a
 * failure instead, and all before it stays. Only then is the state measured; 64 MB take half a second.
 */
import { step, type Step } from '../step/index.ts';
import type { Command, Result } from '../step/types.ts';
import type { InstanceRun } from './run.ts';

export interface Scale {
  /** Characters that the state may have. */
  room: number;
  /** At most so many characters are in the state; null before the first look. */
  most: number | null;
  /** An answer of this size was too much: those as large are not tried. */
  tooMuch: number;
}

export const createScale = (room: number): Scale => ({ room, most: null, tooMuch: Infinity });

/** An answer may be kept as often as this: as a variable, in a list, under a name of the scope around. */
const copies = 4;

export function stepWeighed(run: InstanceRun, scale: Scale, command: Command): Step {
  const { graph } = run.definition;
  if (command.type !== 'answer' || !command.result.ok) {
    scale.most = null;
    return step(graph, run.state, command);
  }
  const weight = sizeOf(command.result);
  if (weight >= scale.tooMuch) return step(graph, run.state, { ...command, result: tooLarge(scale) });
  if (!isNear(run, scale, weight)) return step(graph, run.state, command);
  const before = structuredClone(run.state);
  const stepped = step(graph, run.state, command);
  scale.most = sizeOf(stepped.state);
  if (scale.most <= scale.room) return stepped;
  Object.assign(scale, { most: null, tooMuch: weight });
  return step(graph, before, { ...command, result: tooLarge(scale) });
}

/** Whether it might be too much; measured anew only where the bound does not tell. */
function isNear(run: InstanceRun, scale: Scale, weight: number): boolean {
  const more = weight * copies;
  if (scale.most === null || scale.most + more > scale.room) scale.most = sizeOf(run.state);
  const before = scale.most;
  scale.most += more;
  return before + more > scale.room;
}

const sizeOf = (value: object | null): number => JSON.stringify(value).length;

const tooLarge = ({ room }: Scale): Result => ({
  ok: false,
  failure: {
    code: 'flow.instance-large',
    message: '',
    expected: false,
    params: { megabytes: room / 1_000_000 },
  },
});
