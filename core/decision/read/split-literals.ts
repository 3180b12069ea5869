/** `"a","b",3` as its parts; commas inside quotes do not part. */
export function splitLiterals(list: string): string[] {
  const parts = list.match(/"(?:[^"\\]|\\.)*"|[^,"]+/g) ?? [];
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}
