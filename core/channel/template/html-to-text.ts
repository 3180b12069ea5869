/** The plain part of a mail: what a reader of the HTML reads, links with their addresses behind them. */
export const htmlToText = (html: string): string =>
  tidied(
    decodeEntities(
      html
        .replaceAll(/<!--[\s\S]*?-->/g, '')
        .replaceAll(/<(head|style|title)\b[\s\S]*?<\/\1>/gi, '')
        .replaceAll(/<a\b[^>]*\bhref="([^"]*)"[^>]*>([\s\S]*?)<\/a>/gi, (_, to: string, label: string) => {
          const words = label.replaceAll(/<[^>]*>/g, '').trim();
          return words === '' || words === to ? to : `${words} (${to})`;
        })
        .replaceAll(/\s+/g, ' ')
        .replaceAll(/<(br|\/p|\/div|\/tr|\/h[1-6]|\/li)\b[^>]*>/gi, '\n')
        .replaceAll(/<[^>]*>/g, ''),
    ),
  );

export const decodeEntities = (text: string): string =>
  text.replaceAll(/&(#\d{1,7}|[a-z]+);/gi, (whole, name: string) => entity(name) ?? whole);

/** Without blanks around lines, nor more than one empty line. */
export const tidied = (text: string): string =>
  text
    .replaceAll(/[ \t]*\n[ \t]*/g, '\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .replaceAll(/ {2,}/g, ' ')
    .trim();

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ', apos: "'" };

const entity = (name: string): string | undefined =>
  name.startsWith('#')
    ? String.fromCodePoint(Math.min(Number(name.slice(1)), 0x10ffff))
    : named[name.toLowerCase()];
