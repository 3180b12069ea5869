/** A small page for people who followed a link out of a message: no sign-in, no script. */
export interface PublicPage {
  locale: string;
  /** Whose page it is, above all else. */
  company?: string;
  title: string;
  text: string;
  /** Safe HTML between the text and the end. */
  body?: string;
}

export const publicPage = (
  { locale, company = '', title, text, body = '' }: PublicPage,
  status = 200,
): Response =>
  new Response(
    `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta name="robots" content="noindex">
<meta name="viewport" content="width=device-width,initial-scale=1"><title>${escapeHtml(title)}</title>
<style>${styles}</style></head>
<body>${company && `<p class="from">${escapeHtml(company)}</p>`}<main><h1>${escapeHtml(title)}</h1><p>${escapeHtml(text)}</p>${body}</main></body></html>`,
    { status, headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' } },
  );

/** Follows the system, as nobody is signed in whose choice it could follow. `scale` is for a choice among a few numbers. */
const styles = `:root{color-scheme:light dark}*{box-sizing:border-box}
body{font:15px/1.5 system-ui,-apple-system,'Segoe UI','PingFang SC','Noto Sans CJK SC',sans-serif;max-width:34rem;margin:0 auto;padding:8vh 1rem 3rem;color:light-dark(#1c1d1f,#ecedef);background:light-dark(#fbfbfa,#131416)}
h1{font-size:1.25rem}.from{margin:0 0 2rem;font-weight:600}a{color:light-dark(#2c47b0,#9db0ff)}
button{font:inherit;min-height:2.5rem;padding:.4rem 1rem;border:0;border-radius:6px;background:light-dark(#3a5bd9,#7e97f5);color:light-dark(#fff,#10131f)}
textarea,select,input:not([type=radio],[type=checkbox]){font:inherit;color:inherit;max-width:100%;padding:.4rem .6rem;border:1px solid light-dark(#9a9a96,#6a6d75);border-radius:6px;background:light-dark(#fff,#1a1b1e)}
input{accent-color:light-dark(#3a5bd9,#7e97f5)}
.scale{display:flex;flex-wrap:wrap;gap:.5rem;margin:0 0 1rem;padding:0;border:0}
.scale label{display:flex;align-items:center;justify-content:center;gap:.35rem;min-width:3.5rem;min-height:2.75rem;padding:0 .6rem;border:1px solid light-dark(#d6d5d1,#3a3d43);border-radius:8px;background:light-dark(#fff,#1a1b1e);cursor:pointer}
.scale label:has(:checked){border-color:light-dark(#3a5bd9,#7e97f5);background:light-dark(#eef1fd,#23283a)}`;

export const escapeHtml = (text: string): string =>
  text.replaceAll(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`);
