/** What comes next in a trial: timers, people and answers from outside, in the order of the trial's own clock. */
export interface Due {
  /** `<instance>:<number of the wait or ask>`. */
  key: string;
  at: number;
  /** Before others of the same moment. */
  isFirst: boolean;
  act(): void;
}

export interface Agenda {
  add(due: Due): void;
  drop(key: string): void;
  dropAllOf(instance: string): void;
  next(): Due | undefined;
}

/** What was added first goes first, among equals. */
export function createAgenda(): Agenda {
  let all: Due[] = [];
  return {
    add: (due) => void all.push(due),
    drop: (key) => {
      all = all.filter((one) => one.key !== key);
    },
    dropAllOf: (instance) => {
      all = all.filter((one) => !one.key.startsWith(`${instance}:`));
    },
    next: () => {
      let first: Due | undefined;
      for (const due of all)
        if (
          first === undefined ||
          due.at < first.at ||
          (due.at === first.at && due.isFirst && !first.isFirst)
        )
          first = due;
      all = all.filter((one) => one !== first);
      return first;
    },
  };
}
