/** A diagram not yet deployed. */
export interface Draft {
  key: string;
  /** The version it was drawn from; 0 for a flow that was never deployed. */
  base: number;
  xml: string;
  name: string;
  /** Milliseconds since 1970. */
  savedAt: number;
  /** The saving on the server that it continues; 0 for none. */
  rev: number;
}

const prefix = 'rl.draft.';
const place = (key: string): string => `${prefix}${key}`;

/** Keeps in this browser what the server does not have yet. False when the browser keeps no more. */
export const keepHere = (draft: Draft, storage: Storage = localStorage): boolean => {
  try {
    storage.setItem(place(draft.key), JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
};

export const findHere = (key: string, storage: Storage = localStorage): Draft | null =>
  readDraft(storage.getItem(place(key)));

export const dropHere = (key: string, storage: Storage = localStorage): void =>
  storage.removeItem(place(key));

export const listHere = (storage: Storage = localStorage): Draft[] =>
  Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '')
    .filter((name) => name.startsWith(prefix))
    .map((name) => readDraft(storage.getItem(name)))
    .filter((draft) => draft !== null);

const readDraft = (text: string | null): Draft | null => {
  try {
    // Own writing, or null; anything else is checked here.
    const draft = JSON.parse(text ?? 'null') as Draft | null;
    if (!draft || typeof draft.xml !== 'string' || typeof draft.base !== 'number') return null;
    return { ...draft, rev: draft.rev ?? 0 };
  } catch {
    return null;
  }
};
