/** A small page for people who followed a link out of a message: no sign-in, no script. */
export interface PublicPage {
  locale: string;
  title: string;
  text: string;
  /** Safe HTML between the text and the end. */
  body?: string;
}

export const publicPage = ({ locale, title, text, body = '' }: PublicPage, status = 200): Response =>
  new Response(
    `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta name="robots" content="noindex">
<meta name="viewport" content="width=device-width,initial-scale=1"><title>${escapeHtml(title)}</title>
<style>body{font:15px/1.5 system-ui,sans-serif;max-width:34rem;margin:12vh auto;padding:0 1rem;color:#1c1d1f;background:#fbfbfa}
h1{font-size:1.25rem}button{font:inherit;padding:.4rem .9rem;border:0;border-radius:6px;background:#3a5bd9;color:#fff}
@media(prefers-color-scheme:dark){body{color:#ecedef;background:#131416}}</style></head>
<body><main><h1>${escapeHtml(title)}</h1><p>${escapeHtml(text)}</p>${body}</main></body></html>`,
    { status, headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' } },
  );

export const escapeHtml = (text: string): string =>
  text.replaceAll(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`);
