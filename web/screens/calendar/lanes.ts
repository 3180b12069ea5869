/** Where records stand one below the other, so that what lasts several days is one bar through the week. */

export interface Entry<Item> {
  item: Item;
  /** Days, both among them. */
  first: string;
  last: string;
}

/** What stands on each day of one week from the top on; undefined is a gap beside a bar. */
export function lanesOf<Item>(
  entries: readonly Entry<Item>[],
  week: readonly string[],
): Map<string, (Entry<Item> | undefined)[]> {
  const lanes = new Map<string, (Entry<Item> | undefined)[]>(week.map((day) => [day, []]));
  const isLong = ({ first, last }: Entry<Item>): boolean => first !== last;
  // Bars first: what is of one day fills the gaps.
  for (const entry of [...entries.filter(isLong), ...entries.filter((one) => !isLong(one))]) {
    const days = week.filter((day) => day >= entry.first && day <= entry.last).map((day) => lanes.get(day)!);
    if (days.length === 0) continue;
    let lane = 0;
    while (days.some((day) => day[lane] !== undefined)) lane++;
    for (const day of days) {
      while (day.length < lane) day.push(undefined);
      day[lane] = entry;
    }
  }
  return lanes;
}
