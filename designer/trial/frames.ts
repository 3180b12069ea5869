import type { Variables } from '../../core/flow/step/types.ts';
import type { PathStep, Trial } from '../data/trials.ts';
import type { PathMarks } from '../modules/path/taken-path.ts';

/** One moment of a trial: where the token is, and what is known then. */
export interface Frame {
  step: PathStep;
  marks: PathMarks;
  data: Variables;
  /** Names that this step brought or changed. */
  changed: string[];
}

const told = new Set<PathStep['event']>(['entered', 'completed', 'taken', 'failed', 'cancelled', 'log']);

/** An element that is entered and completed at once is one moment, unless its completing brought something. */
export function framesOf({
  path,
  incidents,
  startedAt,
}: Pick<Trial, 'path' | 'incidents' | 'startedAt'>): Frame[] {
  const frames: Frame[] = [];
  const taken = new Set<string>();
  const stopped = new Set(incidents.map((incident) => incident.element));
  let data: Variables = {};
  let last = startedAt;
  for (const [index, step] of path.entries()) {
    if (!told.has(step.event)) continue;
    const next = path[index + 1];
    const changed = step.event === 'log' ? [] : Object.keys(step.data ?? {});
    if (step.event !== 'log') data = { ...data, ...step.data };
    taken.add(step.element);
    const isQuiet = step.event === 'entered' && next?.element === step.element && next.event === 'completed';
    if ((isQuiet && next.at === step.at) || (step.event === 'taken' && step.at === last)) continue;
    last = step.at;
    frames.push({ step, data, changed, marks: marksOf(taken, step, stopped) });
  }
  return frames;
}

const marksOf = (
  taken: ReadonlySet<string>,
  { element }: PathStep,
  stopped: ReadonlySet<string>,
): PathMarks => ({
  taken: [...taken],
  active: stopped.has(element) ? [] : [element],
  incidents: stopped.has(element) ? [element] : [],
});
