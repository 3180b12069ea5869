import { escapeHtml, type Locale, type PluginServices } from '../../../../core/index.ts';

export const portalPath = '/p/service/portal';

/** The look of the page around the widget, and the widget's theme: both follow the system. */
const styles = `
:root{color-scheme:light dark}
body{margin:0;background:light-dark(#fbfbfa,#131416);color:light-dark(#1c1d1f,#ecedef);
font:15px/1.55 system-ui,-apple-system,'Segoe UI','PingFang SC','Noto Sans CJK SC',sans-serif}
main{max-width:760px;margin:0 auto;padding:32px 20px 64px}
relata-portal{--relata-accent:light-dark(#3a5bd9,#7e97f5);--relata-on-accent:light-dark(#fff,#10131f);
--relata-text:light-dark(#1c1d1f,#ecedef);--relata-muted:light-dark(#65676d,#a0a3ab);--relata-field:light-dark(#fff,#1a1b1e);
--relata-line:light-dark(#d6d5d1,#3a3d43);--relata-bad:light-dark(#a83030,#f59a94);--relata-soft:light-dark(#f1f1ee,#1f2124)}
.name{margin:0 0 24px;font-weight:600}
@media(max-width:600px){main{padding:20px 16px 48px}}`;

/** HTML that loads the widget and nothing else. */
export async function portalPage(services: PluginServices, locale: Locale): Promise<Response> {
  const { name } = await services.company();
  const title = `${services.text(locale, 'service.portal.title')} · ${name}`;
  const html = `<!doctype html><html lang="${locale}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1"><title>${escapeHtml(title)}</title>
<link rel="icon" href="data:,"><style>${styles}</style><script type="module" src="/widgets/relata-portal.js"></script></head>
<body><main><p class="name">${escapeHtml(name)}</p><relata-portal></relata-portal>
<noscript>${escapeHtml(services.text(locale, 'service.portal.script'))}</noscript></main></body></html>`;
  return new Response(html, {
    headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' },
  });
}
