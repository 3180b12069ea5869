/** What was written in a large input: nothing, words, or JSON where it is some. */
export function readText(text: string, isJson: boolean): unknown {
  if (text.trim() === '') return null;
  if (!isJson) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
