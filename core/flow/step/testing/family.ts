import type { Driver } from './driver.ts';

/** An instance and all that it has called, ended or not. */
export const familyOf = (driver: Driver): Driver[] => [
  driver,
  ...[...driver.children.values()].flatMap((child) => familyOf(child)),
];

export interface OpenIn {
  driver: Driver;
  element: string;
}

/** What waits in any of them, in the order in which they were called. */
export const openIn = (driver: Driver): OpenIn[] =>
  familyOf(driver).flatMap((one) => [...one.waits.values()].map(({ element }) => ({ driver: one, element })));

/** Lets time pass for all of them, timers in the order in which they are due. */
export const advanceAll = (driver: Driver, ms: number): void => {
  const until = driver.now + ms;
  for (let due = nextDue(driver, until); due !== undefined; due = nextDue(driver, until)) {
    const before = Math.max(driver.now, due);
    for (const one of familyOf(driver)) one.now = Math.max(one.now, before);
    const next = familyOf(driver).find((one) => dueIn(one, until) === due)!;
    next.advance(Math.max(0, due - next.now));
  }
  for (const one of familyOf(driver)) one.now = until;
};

const nextDue = (driver: Driver, until: number): number | undefined => {
  const all = familyOf(driver).flatMap((one) => dueIn(one, until) ?? []);
  return all.length === 0 ? undefined : Math.min(...all);
};

const dueIn = (driver: Driver, until: number): number | undefined => {
  const dues = [...driver.waits.values()].flatMap((wait) =>
    wait.kind === 'timer' && wait.due <= until ? [wait.due] : [],
  );
  return dues.length === 0 ? undefined : Math.min(...dues);
};
