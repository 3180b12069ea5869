/** The cell of a list of references: its whole text, and the names it falls into where that is none. */
export interface Names {
  whole: string;
  parts: string[];
}

const strong = /[;；|\n]/;
const weak = /[,、，]/;

/** Commas part names only where nothing stronger does: `Acme, Inc.; Bolt` are two. */
export function namesIn(text: string): Names {
  const parts = text
    .split(strong.test(text) ? strong : weak)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  return { whole: text, parts };
}

/** All that may have to be looked up. */
export const everyName = ({ whole, parts }: Names): string[] => [whole, ...parts];
