import { beforeEach, describe, expect, it } from 'vitest';
import { dropHere, findHere, keepHere, listHere, type Draft } from './drafts.ts';

/** The browser's storage as its standard describes it. */
class MemoryStorage implements Storage {
  [name: string]: unknown;
  private readonly values = new Map<string, string>();
  get length(): number {
    return this.values.size;
  }
  key(index: number): string | null {
    return [...this.values.keys()][index] ?? null;
  }
  getItem(name: string): string | null {
    return this.values.get(name) ?? null;
  }
  setItem(name: string, value: string): void {
    this.values.set(name, value);
  }
  removeItem(name: string): void {
    this.values.delete(name);
  }
  clear(): void {
    this.values.clear();
  }
}

const draft: Draft = { key: 'follow-up', base: 2, xml: '<x/>', name: 'Follow-up', savedAt: 5, rev: 1 };
let storage: MemoryStorage;

describe('drafts', () => {
  beforeEach(() => {
    storage = new MemoryStorage();
    storage.setItem('rl.theme', 'dark');
  });

  it('finds a saved draft again, and lists it', () => {
    keepHere(draft, storage);

    expect(findHere('follow-up', storage)).toEqual(draft);
    expect(listHere(storage)).toEqual([draft]);
  });

  it('forgets a dropped draft', () => {
    keepHere(draft, storage);
    dropHere('follow-up', storage);

    expect(findHere('follow-up', storage)).toBeNull();
    expect(listHere(storage)).toEqual([]);
  });

  it('takes broken writing for none', () => {
    storage.setItem('rl.draft.follow-up', '{"xml":');

    expect(findHere('follow-up', storage)).toBeNull();
  });

  it('says when the browser keeps no more', () => {
    storage.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };

    expect(keepHere(draft, storage)).toBe(false);
  });
});
