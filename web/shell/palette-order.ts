import type { Command } from './palette-commands.ts';

/** How many places and actions stand before the records found, and how many of the others behind them. */
const [firmly, loosely, unasked] = [4, 8, 20];

/**
 * What the palette lists, best first: places and actions that begin with the words, then records, then those
 * that only contain the words. So the first line stays when records, asked of the server, come in later, and
 * a name typed whole with Enter goes where it always went.
 * @param text what is in the box; nothing lists all places and actions.
 */
export function paletteOrder(
  actions: readonly Command[],
  records: readonly Command[],
  text: string,
): Command[] {
  const words = text.toLowerCase().trim();
  if (!words) return actions.slice(0, unasked);
  const matching = actions.filter((each) => each.label.toLowerCase().includes(words));
  const firm = matching
    .filter((each) => each.label.toLowerCase().startsWith(words))
    .toSorted((a, b) => Number(isWhole(b, words)) - Number(isWhole(a, words)))
    .slice(0, firmly);
  return [...firm, ...records, ...matching.filter((each) => !firm.includes(each)).slice(0, loosely)];
}

const isWhole = (command: Command, words: string): boolean => command.label.toLowerCase() === words;
