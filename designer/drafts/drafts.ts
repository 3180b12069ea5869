/** A diagram not yet deployed, kept in this browser. */
export interface Draft {
  key: string;
  /** The version it was drawn from; 0 for a flow that was never deployed. */
  base: number;
  xml: string;
  name: string;
  /** Milliseconds since 1970. */
  savedAt: number;
}

const prefix = 'rl.draft.';
const place = (key: string): string => `${prefix}${key}`;

/** False when the browser keeps no more. */
export const saveDraft = (draft: Draft, storage: Storage = localStorage): boolean => {
  try {
    storage.setItem(place(draft.key), JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
};

export const loadDraft = (key: string, storage: Storage = localStorage): Draft | null =>
  readDraft(storage.getItem(place(key)));

export const dropDraft = (key: string, storage: Storage = localStorage): void =>
  storage.removeItem(place(key));

export const listDrafts = (storage: Storage = localStorage): Draft[] =>
  Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '')
    .filter((name) => name.startsWith(prefix))
    .map((name) => readDraft(storage.getItem(name)))
    .filter((draft) => draft !== null);

const readDraft = (text: string | null): Draft | null => {
  try {
    // Own writing, or null; anything else is checked here.
    const draft = JSON.parse(text ?? 'null') as Draft | null;
    return draft && typeof draft.xml === 'string' && typeof draft.base === 'number' ? draft : null;
  } catch {
    return null;
  }
};
