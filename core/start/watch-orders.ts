/** What the HTTP thread and the thread that watches it know of each other. */
export interface WatchData {
  /** The first counts while the HTTP thread lives; the second is 1 once it begins anew. */
  beats: Int32Array<SharedArrayBuffer>;
  patience: number;
  logLevel: string;
}

/** What the watch asks of the HTTP thread while that stands still: `watched` on its global object. */
export interface Watched {
  route(): string;
  beginAnew(): void;
}

export const watched = 'relataWatched';
/** Where the watch tells the other threads `stop`, and each answers `stopped`. */
export const orders = 'relata.orders';
