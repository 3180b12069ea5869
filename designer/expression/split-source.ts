/** Parts of a JSONata source between commas that stand outside quotes and brackets; null where those do not close. */
export function splitSource(source: string, separator = ','): string[] | null {
  const parts: string[] = [];
  const open: string[] = [];
  let from = 0;
  for (let at = 0; at < source.length; at++) {
    const character = source[at]!;
    if (character === '"' || character === "'" || character === '`') {
      at = endOfQuote(source, at);
      if (at < 0) return null;
    } else if (closing[character]) open.push(closing[character]);
    else if (')]}'.includes(character)) {
      if (open.pop() !== character) return null;
    } else if (character === separator && open.length === 0) {
      parts.push(source.slice(from, at));
      from = at + 1;
    }
  }
  return open.length > 0 ? null : [...parts, source.slice(from)].map((part) => part.trim());
}

const closing: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

function endOfQuote(source: string, start: number): number {
  for (let at = start + 1; at < source.length; at++) {
    if (source[at] === '\\') at++;
    else if (source[at] === source[start]) return at;
  }
  return -1;
}
