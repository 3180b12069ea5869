/**
 * How many jobs a bulk batch takes: as many as lately fitted into `target()` milliseconds. A job may be one timer or
 * a hundred starts, so it is measured. A full batch, or one that took its time, says the most; the last three jobs of
 * many, which cost mostly what a batch costs by itself, must not make the next one small.
 */
export interface Pace {
  limit(): number;
  /** So many jobs took so long. */
  measure(jobs: number, milliseconds: number): void;
}

/** Milliseconds that a batch costs whatever is in it: its questions to the database and the commit. */
const besides = 3;

export function createPace({ target, most }: { target: () => number; most: number }): Pace {
  let perJob = target() / 8;
  const limit = (): number => Math.max(1, Math.min(most, Math.round(target() / perJob)));
  return {
    limit,
    measure: (jobs, milliseconds) => {
      if (jobs === 0) return;
      const weight = 0.3 * Math.min(1, Math.max(jobs / limit(), milliseconds / target()));
      perJob = perJob * (1 - weight) + Math.max(0.01, (milliseconds - besides) / jobs) * weight;
    },
  };
}
