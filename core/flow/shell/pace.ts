/**
 * How many jobs a bulk batch takes: as many as lately fitted into `target()` milliseconds. A job may be one timer or
 * a hundred starts, so it is measured: by what this thread works meanwhile, for that is what a click waits for. Where other
 * processes take the processor a batch takes longer and keeps its size; three servers on two cores each took a fifth of
 * what one takes, and the batches cost more than what was in them. While people click the clock counts. A full batch, or one that took its time, says the
 * most; the last three jobs of many, which cost mostly what a batch costs by itself, must not make the next one small.
 */
export interface Pace {
  limit(): number;
  /** Called when a batch begins; what it answers when that many jobs are done. */
  begin(): (jobs: number) => void;
  /** So many jobs took so many milliseconds of this thread's work. */
  measure(jobs: number, milliseconds: number): void;
}

/** Milliseconds of processor time that this thread has used, and of the clock. */
export interface Times {
  own: number;
  clock: number;
}

const timesNow = (): Times => {
  const { user, system } = process.threadCpuUsage();
  return { own: (user + system) / 1_000, clock: performance.now() };
};

/** A batch that waits for the database holds locks on what it changed: so many times what its thread may work on it. */
const mostWaiting = 5;

/** Milliseconds that a batch costs whatever is in it: its questions to the database and the commit. */
const besides = 3;

export interface PaceOptions {
  target: () => number;
  /** Somebody waits for the batch itself, whoever has the processor meanwhile: the clock counts. */
  isAwaited?: () => boolean;
  most: number;
  times?: () => Times;
}

export function createPace({ target, most, isAwaited = () => false, times = timesNow }: PaceOptions): Pace {
  let perJob = target() / 8;
  const limit = (): number => Math.max(1, Math.min(most, Math.round(target() / perJob)));
  const measure = (jobs: number, milliseconds: number): void => {
    if (jobs === 0) return;
    const weight = 0.3 * Math.min(1, Math.max(jobs / limit(), milliseconds / target()));
    perJob = perJob * (1 - weight) + Math.max(0.01, (milliseconds - besides) / jobs) * weight;
  };
  return {
    limit,
    measure,
    begin: () => {
      const began = times();
      return (jobs) => {
        const ended = times();
        const [own, clock] = [ended.own - began.own, ended.clock - began.clock];
        measure(jobs, isAwaited() ? clock : Math.max(own, clock / mostWaiting));
      };
    },
  };
}
