import { foldText } from '../cell/cell-reader.ts';

/** Nobody can say which of them is meant. */
export const several = Symbol('several');

/** What a key leads to: an id, several, or nothing. */
export type Match = string | typeof several | null;

/** Records of one entity that have one of these texts in the key field, ignoring case and outer spaces. */
export type FindKeys = (texts: readonly string[]) => Promise<readonly { id: string; text: string }[]>;

const mostKeys = 50_000;

/**
 * Remembers which text means which record over the chunks of a run. What was not found is asked again: a
 * record may appear meanwhile, and does when the file refers to itself.
 */
export class KeyCache {
  readonly #find: FindKeys;
  readonly #byExact = new Map<string, Match>();
  readonly #byFolded = new Map<string, Match>();

  constructor(find: FindKeys) {
    this.#find = find;
  }

  /** One query for all texts that are not known yet. */
  async load(texts: Iterable<string>): Promise<void> {
    const unknown = [...new Set(texts)].filter((text) => this.get(text) === null);
    if (unknown.length === 0) return;
    if (this.#byFolded.size > mostKeys) {
      this.#byExact.clear();
      this.#byFolded.clear();
    }
    for (const row of await this.#find(unknown)) {
      add(this.#byExact, row.text.trim(), row.id);
      add(this.#byFolded, foldText(row.text), row.id);
    }
  }

  /** An exact match wins over one that differs in case. */
  get(text: string): Match {
    const exact = this.#byExact.get(text);
    return exact && exact !== several ? exact : (this.#byFolded.get(foldText(text)) ?? null);
  }

  /** After a rolled-back transaction, what was read in it may never have been. */
  clear(): void {
    this.#byExact.clear();
    this.#byFolded.clear();
  }
}

function add(map: Map<string, Match>, text: string, id: string): void {
  const known = map.get(text);
  // A slice of the file's text would keep the whole piece in memory: the key is a copy.
  if (known === undefined) map.set(Buffer.from(text).toString(), id);
  else if (known !== id) map.set(text, several);
}
