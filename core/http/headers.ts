/**
 * Headers every answer carries. Styles may be inline (diagrams set them on elements); scripts never, but the one that our
 * own page says the hash of. Only our own
 * pages may show one in a frame: the designer of screens shows them as they are.
 */
export const securityHeaders = (inlineScript?: string): Readonly<Record<string, string>> => ({
  'content-security-policy':
    `default-src 'self'; script-src 'self'${inlineScript ? ` '${inlineScript}'` : ''}; ` +
    "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; " +
    "font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; object-src 'none'; base-uri 'none'; " +
    "form-action 'self'; frame-ancestors 'self'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
});
