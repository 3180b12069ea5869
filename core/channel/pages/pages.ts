/** Small pages without scripts for people who have no account: they work in every mail program's browser. */
import type { Standing } from '../consent/consents.ts';

export type Say = (key: string, params?: Record<string, unknown>) => string;

export interface PageInput {
  say: Say;
  language: 'en' | 'zh-CN';
  address: string;
  /** Who writes. */
  company: string;
}

const escaped = (text: string): string =>
  text.replaceAll(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`);

const styles = `
:root{color-scheme:light dark}
body{margin:0;font:15px/1.6 system-ui,-apple-system,'Segoe UI','PingFang SC','Noto Sans CJK SC',sans-serif;
background:light-dark(#fbfbfa,#131416);color:light-dark(#1c1d1f,#ecedef)}
main{max-width:520px;margin:0 auto;padding:48px 20px}
h1{font-size:20px;margin:0 0 8px}p{margin:0 0 16px}
.from{margin:0 0 24px;font-weight:600}
.muted{color:light-dark(#65676d,#a0a3ab)}
fieldset{border:0;margin:0 0 20px;padding:0}legend{padding:0;font-weight:600;margin-bottom:4px}
label{display:flex;gap:10px;align-items:center;padding:10px 0;border-bottom:1px solid light-dark(#e7e6e3,#2a2c30)}
input[type=checkbox]{width:18px;height:18px;accent-color:light-dark(#3a5bd9,#7e97f5)}
button{min-height:40px;padding:0 16px;border:1px solid light-dark(#d6d5d1,#3a3d43);border-radius:6px;
background:none;color:inherit;font:inherit;font-weight:500;cursor:pointer;margin:0 8px 8px 0}
button.primary{border-color:transparent;background:light-dark(#3a5bd9,#7e97f5);color:light-dark(#fff,#10131f)}
a{color:light-dark(#2c47b0,#a9bbff)}`;

const page = ({ language, company }: PageInput, title: string, inner: string): string => `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex"><title>${escaped(title)}</title><style>${styles}</style></head>
<body><main><p class="from">${escaped(company)}</p><h1>${escaped(title)}</h1>${inner}</main></body></html>`;

export function preferencesPage(
  input: PageInput & { standing: readonly Standing[]; isSaved: boolean },
): string {
  const { say, address, standing, isSaved, language } = input;
  const rows = standing.map(
    ({ purpose, en, zh, state }) =>
      `<label><input type="checkbox" name="purpose" value="${escaped(purpose)}"${state === 'given' ? ' checked' : ''}>${escaped(language === 'en' ? en : zh)}</label>`,
  );
  return page(
    input,
    say('page.preferences.title'),
    `${isSaved ? `<p role="status">${escaped(say('page.preferences.saved'))}</p>` : ''}
<p class="muted">${escaped(say('page.preferences.text', { address }))}</p>
<form method="post"><fieldset><legend>${escaped(say('page.preferences.what'))}</legend>${rows.join('')}</fieldset>
<button class="primary" name="save" value="1">${escaped(say('page.preferences.save'))}</button>
<button name="none" value="1">${escaped(say('page.preferences.none'))}</button></form>`,
  );
}

/** A button, since programs that look for harm open every link in a mail. */
export const leavePage = (input: PageInput & { purpose: string }): string =>
  page(
    input,
    input.say('page.leave.title', { purpose: input.purpose }),
    `<p class="muted">${escaped(input.say('page.leave.text', { address: input.address }))}</p>
<form method="post"><button class="primary">${escaped(input.say('page.leave.do'))}</button></form>`,
  );

export const confirmPage = (input: PageInput & { shown: string }): string =>
  page(
    input,
    input.say('page.confirm.title'),
    `<p>${escaped(input.shown)}</p><p class="muted">${escaped(input.say('page.confirm.text', { address: input.address }))}</p>
<form method="post"><button class="primary">${escaped(input.say('page.confirm.do'))}</button></form>`,
  );

export const donePage = (input: PageInput & { text: string; link: string }): string =>
  page(
    input,
    input.say('page.done.title'),
    `<p>${escaped(input.text)}</p><p><a href="${escaped(input.link)}">${escaped(input.say('page.done.change'))}</a></p>`,
  );
