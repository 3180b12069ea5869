/** A table as it was changed and not yet deployed, kept in this browser: a page that goes loses nothing. */
export interface KeptTable {
  xml: string;
  /** Milliseconds since 1970. */
  savedAt: number;
}

const place = (key: string): string => `rl.table.${key}`;

/** By the key under which it was opened. False when the browser keeps no more. */
export function keepTable(key: string, xml: string, storage: Storage = localStorage): boolean {
  try {
    storage.setItem(place(key), JSON.stringify({ xml, savedAt: Date.now() } satisfies KeptTable));
    return true;
  } catch {
    return false;
  }
}

export function findTable(key: string, storage: Storage = localStorage): KeptTable | null {
  try {
    // Own writing, or null; anything else is checked here.
    const kept = JSON.parse(storage.getItem(place(key)) ?? 'null') as KeptTable | null;
    return kept && typeof kept.xml === 'string' && typeof kept.savedAt === 'number' ? kept : null;
  } catch {
    return null;
  }
}

export const dropTable = (key: string, storage: Storage = localStorage): void =>
  storage.removeItem(place(key));
