/**
 * How many jobs a bulk batch takes: as many as lately fitted into `target()` milliseconds. A job may be one timer or
 * a hundred starts, so it is measured.
 */
export interface Pace {
  limit(): number;
  /** So many jobs took so long. */
  measure(jobs: number, milliseconds: number): void;
}

export function createPace({ target, most }: { target: () => number; most: number }): Pace {
  let perJob = target() / 8;
  return {
    limit: () => Math.max(1, Math.min(most, Math.round(target() / perJob))),
    measure: (jobs, milliseconds) => {
      if (jobs > 0) perJob = perJob * 0.7 + Math.max(0.01, milliseconds / jobs) * 0.3;
    },
  };
}
