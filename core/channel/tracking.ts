/** Links of a mail lead over us, signed, so that they lead only where the mail meant; an image tells that it was opened. */
import type { Links } from './link/signed-link.ts';

export const clickLink = 'click';
export const openLink = 'open';

interface Tracked {
  html: string;
  /** The message. */
  id: string;
  links: Links;
  url: string;
}

/** A mail is found again after years, and its links must still lead on. */
const valid = 5 * 365 * 86_400_000;

const anchor = /(<a\b[^>]*?\bhref=")(https?:\/\/[^"]+)(")/gi;

/** Links to this server itself, such as the one to unsubscribe, stay as they are. */
export function withTracking({ html, id, links, url }: Tracked): string {
  const led = html.replaceAll(anchor, (whole, before: string, to: string, after: string) => {
    const target = to.replaceAll('&amp;', '&');
    if (target.startsWith(`${url}/`)) return whole;
    return `${before}${url}/api/links/${links.sign(clickLink, { id, target }, valid)}${after}`;
  });
  const pixel = `<img src="${url}/api/links/open/${links.sign(openLink, { id }, valid)}" width="1" height="1" alt="">`;
  return led.includes('</body>') ? led.replace('</body>', `${pixel}</body>`) : led + pixel;
}
