/** Where the reader is: a path to a screen and its parameters. The query part belongs to the screen. */
export type Route =
  | { name: 'home' }
  | { name: 'begin' }
  | { name: 'inbox' }
  | { name: 'flows' }
  | { name: 'outbox' }
  | { name: 'not-found' }
  | { name: 'entity'; entity: string }
  | { name: 'list' | 'board' | 'calendar'; entity: string; screen?: string }
  | { name: 'screen' | 'screen-designer'; id: string }
  | { name: 'screen-preview' }
  | { name: 'reports' }
  | { name: 'report'; id: string }
  | { name: 'record'; entity: string; id: string }
  | { name: 'decisions' }
  | { name: 'flow' | 'decision'; key: string }
  | { name: 'instances' | 'operations' | 'jobs' }
  | { name: 'instance'; id: string }
  | { name: 'import'; target: string }
  | { name: 'settings'; page: string; item: string };

export const routeChanged = new EventTarget();

type Make = (parts: (string | undefined)[]) => Route;

const patterns: [RegExp, Make][] = [
  [/^\/$/, () => ({ name: 'home' })],
  [/^\/(?:sign-in|setup)$/, () => ({ name: 'home' })],
  [/^\/begin$/, () => ({ name: 'begin' })],
  [/^\/inbox$/, () => ({ name: 'inbox' })],
  [/^\/r\/([^/]+)$/, ([entity = '']) => ({ name: 'entity', entity })],
  [/^\/r\/([^/]+)\/list$/, ([entity = '']) => ({ name: 'list', entity })],
  [/^\/r\/([^/]+)\/calendar$/, ([entity = '']) => ({ name: 'calendar', entity })],
  [/^\/s\/([^/]+)$/, ([id = '']) => ({ name: 'screen', id })],
  [/^\/screens\/([^/]+)$/, ([id = '']) => ({ name: 'screen-designer', id })],
  [/^\/preview$/, () => ({ name: 'screen-preview' })],
  [/^\/r\/([^/]+)\/board$/, ([entity = '']) => ({ name: 'board', entity })],
  [/^\/r\/([^/]+)\/([^/]+)$/, ([entity = '', id = '']) => ({ name: 'record', entity, id })],
  [/^\/outbox$/, () => ({ name: 'outbox' })],
  [/^\/reports$/, () => ({ name: 'reports' })],
  [/^\/reports\/([^/]+)$/, ([id = '']) => ({ name: 'report', id })],
  [/^\/flows$/, () => ({ name: 'flows' })],
  [/^\/flows\/([^/]+)$/, ([key = '']) => ({ name: 'flow', key })],
  [/^\/decisions$/, () => ({ name: 'decisions' })],
  [/^\/decisions\/([^/]+)$/, ([key = '']) => ({ name: 'decision', key })],
  [/^\/instances$/, () => ({ name: 'instances' })],
  [/^\/jobs$/, () => ({ name: 'jobs' })],
  [/^\/operations$/, () => ({ name: 'operations' })],
  [/^\/instances\/([^/]+)$/, ([id = '']) => ({ name: 'instance', id })],
  [/^\/import\/([^/]+)$/, ([target = '']) => ({ name: 'import', target })],
  [
    /^\/settings(?:\/([^/]+)(?:\/([^/]+))?)?$/,
    ([page = 'people', item = '']) => ({ name: 'settings', page, item }),
  ],
];

export function matchRoute(path: string): Route {
  const trimmed = path.length > 1 ? path.replace(/\/+$/, '') : path;
  for (const [pattern, make] of patterns) {
    const match = pattern.exec(trimmed);
    if (match) return make(match.slice(1).map((part) => decodePart(part)));
  }
  return { name: 'not-found' };
}

// An optional part of a path that is absent stays absent, so that the pattern's default counts.
const decodePart = (part: string | undefined): string | undefined => part && decodeURIComponent(part);

/**
 * Goes to a path of the app; `isReplacing` leaves no step to go back to. Who would lose something by it prevents the
 * event `leave`, asks, and then calls its `detail.go`.
 */
export function navigate(to: string, options: { isReplacing?: boolean } = {}): void {
  if (to === location.pathname + location.search) return;
  const go = (): void => {
    history[options.isReplacing ? 'replaceState' : 'pushState'](null, '', to);
    routeChanged.dispatchEvent(new Event('change'));
  };
  const leave = new CustomEvent('leave', { cancelable: true, detail: { go } });
  if (routeChanged.dispatchEvent(leave)) go();
}

/** Writes the screen's own state into the address without going anywhere. */
export function replaceQuery(params: Record<string, string | undefined>): void {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) if (value) query.set(name, value);
  const text = query.toString();
  history.replaceState(null, '', location.pathname + (text ? `?${text}` : ''));
}

export const queryParam = (name: string): string | undefined =>
  new URLSearchParams(location.search).get(name) ?? undefined;

export const recordPath = (entity: string, id: string): string =>
  `/r/${encodeURIComponent(entity)}/${encodeURIComponent(id)}`;

/** Clicks on links of the app change the screen instead of loading the page anew. */
export function listenToLinks(): void {
  addEventListener('popstate', () => routeChanged.dispatchEvent(new Event('change')));
  document.addEventListener('click', (event) => {
    const isPlain =
      event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
    if (!isPlain || event.defaultPrevented) return;
    const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement);
    if (!link || link.target || link.hasAttribute('download') || link.origin !== location.origin) return;
    if (/^\/(api|docs)(\/|$)/.test(link.pathname)) return;
    event.preventDefault();
    navigate(link.pathname + link.search);
  });
}
