/** Words a person would read that stand in an `html` template instead of in the locales. */
export const templateTexts = (source: string): string[] => templatesOf(source).flatMap(textsOf);

/** Names of keys and marks, and expressions, are the same in every language. */
const keys = /^((Ctrl|Cmd|Alt|Shift|Enter|Esc|Tab|[A-Z])[ +]?)+$/;
const isSame = (text: string): boolean => keys.test(text) || /^(fx|JSONata|BPMN|CSV|Relata)$|^\$/.test(text);
const isWord = (text: string): boolean =>
  /\p{Letter}{2,}/u.test(text) && !/^&\w+;$/.test(text) && !isSame(text);

const shownAttributes = /\s(?:label|title|placeholder|alt|aria-label|heading|hint|help|caption)="([^"]*)"/g;

function textsOf(template: string): string[] {
  const markup = template.replaceAll(/<!--[\s\S]*?-->/g, '').replaceAll(/<style[\s\S]*?<\/style>/g, '');
  const attributes = [...markup.matchAll(shownAttributes)].map((match) => match[1] ?? '');
  const between = markup.split(/<(?:"[^"]*"|'[^']*'|[^>"'])*>/).flatMap((part) => part.split('\0'));
  return [...between, ...attributes.flatMap((value) => value.split('\0'))]
    .map((text) => text.trim())
    .filter(isWord);
}

/** The static parts of every `html` and `svg` template, inner ones too; `\0` stands where a value goes. */
function templatesOf(source: string): string[] {
  const found: string[] = [];
  for (const match of source.matchAll(/\b(?:html|svg)`/g)) {
    let at = match.index + match[0].length;
    let text = '';
    while (at < source.length && source[at] !== '`') {
      if (source.startsWith('${', at)) {
        at = endOfValue(source, at + 2);
        text += '\0';
      } else {
        text += source[at] === '\\' ? '' : source[at];
        at += 1;
      }
    }
    found.push(text);
  }
  return found;
}

/** After the `}` that closes a value, past strings and templates inside it. */
function endOfValue(source: string, from: number): number {
  let depth = 1;
  let at = from;
  for (; at < source.length && depth > 0; at++) {
    const sign = source[at];
    if (sign === '{') depth += 1;
    else if (sign === '}') depth -= 1;
    else if (sign === "'" || sign === '"') at = endOfQuote(source, at, sign);
    else if (sign === '`') at = endOfTemplate(source, at + 1);
  }
  return at;
}

function endOfQuote(source: string, from: number, quote: string): number {
  let at = from + 1;
  while (at < source.length && source[at] !== quote) at += source[at] === '\\' ? 2 : 1;
  return at;
}

function endOfTemplate(source: string, from: number): number {
  let at = from;
  while (at < source.length && source[at] !== '`') {
    if (source[at] === '\\') at += 2;
    else at = source.startsWith('${', at) ? endOfValue(source, at + 2) : at + 1;
  }
  return at;
}
