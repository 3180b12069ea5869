/** What is new in an answer: without the mail that it quotes, as mail programs begin it in the languages we meet. */
const quoteBegins = [
  /^\s*-{2,}\s*(original message|ursprüngliche nachricht|message d'origine|原始邮件|原始郵件)\s*-{2,}/i,
  /^\s*(on|am|le|el|il)\b.{5,160}(wrote|schrieb|a écrit|escribió|ha scritto)\s*:\s*$/i,
  /^\s*在?.{4,80}(写道|寫道)\s*[:：]\s*$/,
  /^_{10,}\s*$/,
];

/** All of it where nothing but a quote would be left. */
export function newText(text: string): string {
  const lines = text.split(/\r?\n/);
  const end = lines.findIndex((line, at) =>
    quoteBegins.some(
      (pattern) => pattern.test(line) || pattern.test(`${line} ${lines[at + 1] ?? ''}`.trim()),
    ),
  );
  const own = end < 0 ? lines : lines.slice(0, end);
  while (own.length > 0 && /^\s*(>.*)?$/.test(own.at(-1)!)) own.pop();
  const kept = own.join('\n').trim();
  return kept === '' ? text.trim() : kept;
}
