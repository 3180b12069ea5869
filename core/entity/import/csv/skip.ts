export type Skipping = 'line' | 'quote';

/** Where the record that is being dropped ends in `text`, or null when it goes on. */
export function skipEnd(text: string, until: Skipping, newline: string): number | null {
  const from = until === 'line' ? 0 : closing(text);
  if (from === null) return null;
  const end = text.indexOf(newline, from);
  return end < 0 ? null : end + 1;
}

export function countLines(text: string, from: number, to: number, newline: string): number {
  let count = 0;
  for (let at = text.indexOf(newline, from); at >= 0 && at < to; at = text.indexOf(newline, at + 1))
    count += 1;
  return count;
}

function closing(text: string): number | null {
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) {
    if (text[at + 1] !== '"') return at;
    at += 1;
  }
  return null;
}
