/** The words of an expression of another tool; null where a character belongs to none. */
export interface Word {
  kind: 'number' | 'text' | 'name' | 'sign';
  /** Texts without their quotes. */
  text: string;
}

const patterns = [
  ['number', /\d+(\.\d+)?/y],
  ['text', /"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'/y],
  ['name', /[\p{L}_$][\p{L}\p{N}_$]*/uy],
  ['sign', /&&|\|\||==|!=|<=|>=|[-+*/%=<>!?:.,()[\]]/y],
] as const;

export const wordsOf = (expression: string): Word[] | null => {
  const words: Word[] = [];
  for (let at = 0; at < expression.length;) {
    const space = /^\s+/.exec(expression.slice(at, at + 100));
    if (space !== null) {
      at += space[0].length;
      continue;
    }
    const word = wordAt(expression, at);
    if (word === null) return null;
    words.push(word.word);
    at = word.end;
  }
  return words;
};

const wordAt = (expression: string, at: number): { word: Word; end: number } | null => {
  for (const [kind, pattern] of patterns) {
    pattern.lastIndex = at;
    const found = pattern.exec(expression);
    if (found === null) continue;
    const inner = found[1] ?? found[2];
    const text = kind === 'text' ? unescaped(inner ?? '') : found[0];
    return { word: { kind, text }, end: pattern.lastIndex };
  }
  return null;
};

const unescaped = (text: string): string =>
  text.replace(/\\(u([\da-fA-F]{4})|.)/g, (_, sign: string, code?: string) =>
    code === undefined ? (signs[sign] ?? sign) : String.fromCodePoint(Number.parseInt(code, 16)),
  );

const signs: Record<string, string> = { n: '\n', r: '\r', t: '\t' };
