import { beforeEach, describe, expect, it } from 'vitest';
import { dropDraft, listDrafts, loadDraft, saveDraft, type Draft } from './drafts.ts';

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

const draft: Draft = { key: 'follow-up', base: 2, xml: '<x/>', name: 'Follow-up', savedAt: 5 };
let storage: MemoryStorage;

describe('drafts', () => {
  beforeEach(() => {
    storage = new MemoryStorage();
    storage.setItem('rl.theme', 'dark');
  });

  it('finds a saved draft again, and lists it', () => {
    saveDraft(draft, storage);

    expect(loadDraft('follow-up', storage)).toEqual(draft);
    expect(listDrafts(storage)).toEqual([draft]);
  });

  it('forgets a dropped draft', () => {
    saveDraft(draft, storage);
    dropDraft('follow-up', storage);

    expect(loadDraft('follow-up', storage)).toBeNull();
    expect(listDrafts(storage)).toEqual([]);
  });

  it('takes broken writing for none', () => {
    storage.setItem('rl.draft.follow-up', '{"xml":');

    expect(loadDraft('follow-up', storage)).toBeNull();
  });

  it('says when the browser keeps no more', () => {
    storage.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };

    expect(saveDraft(draft, storage)).toBe(false);
  });
});
