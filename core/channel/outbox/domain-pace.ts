/** So many messages per second to one domain, by this process: large mailbox providers defer whoever is faster. */
export interface DomainPace {
  /** Milliseconds to wait before this one; 0 to send it now. */
  take(recipient: string, now: number): number;
}

/** Domains remembered at most; the map starts anew beyond it. */
const mostDomains = 10_000;

export function createDomainPace(perSecond: number | undefined): DomainPace {
  /** When the next slot of a domain is free. */
  const free = new Map<string, number>();
  return {
    take: (recipient, now) => {
      if (!perSecond || !recipient.includes('@')) return 0;
      const domain = recipient.slice(recipient.lastIndexOf('@') + 1).toLowerCase();
      if (free.size > mostDomains) free.clear();
      const at = free.get(domain) ?? 0;
      // A second's worth may go at once.
      if (at - now >= 1_000) return at - now - 1_000 + Math.ceil(1_000 / perSecond);
      free.set(domain, Math.max(at, now) + 1_000 / perSecond);
      return 0;
    },
  };
}
