/** The longest run of siblings that kept their order: those need no move. Lists of a screen are short. */
export function risingRun(items: readonly { id: string; at: number }[]): string[] {
  const best: { length: number; from: number }[] = [];
  for (const [index, item] of items.entries()) {
    let found = { length: 1, from: -1 };
    for (let earlier = 0; earlier < index; earlier++)
      if (items[earlier]!.at < item.at && best[earlier]!.length >= found.length)
        found = { length: best[earlier]!.length + 1, from: earlier };
    best.push(found);
  }
  let at = best.reduce((top, each, index) => (each.length > (best[top]?.length ?? 0) ? index : top), -1);
  const run: string[] = [];
  while (at >= 0) {
    run.unshift(items[at]!.id);
    at = best[at]!.from;
  }
  return run;
}
