import { expect, test } from 'vitest';
import { dropTable, findTable, keepTable } from './kept-table.ts';

const storageOf = (most = Infinity): Storage => {
  const kept = new Map<string, string>();
  const storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> = {
    getItem: (key) => kept.get(key) ?? null,
    setItem(key, value) {
      if (value.length > most) throw new DOMException('', 'QuotaExceededError');
      kept.set(key, value);
    },
    removeItem: (key) => void kept.delete(key),
  };
  return storage as Storage; // As much of it as is used.
};

test('a table that is not deployed is found again until it is dropped', () => {
  const storage = storageOf();
  expect(findTable('discount', storage)).toBeNull();
  expect(keepTable('discount', '<a/>', storage)).toBe(true);
  expect(findTable('discount', storage)).toMatchObject({ xml: '<a/>' });
  expect(findTable('other', storage)).toBeNull();
  dropTable('discount', storage);
  expect(findTable('discount', storage)).toBeNull();
});

test('a full browser says so, and what is no kept table is none', () => {
  expect(keepTable('discount', 'x'.repeat(100), storageOf(50))).toBe(false);
  const storage = storageOf();
  for (const text of ['{', '7', '{"xml":1}', 'null']) {
    storage.setItem('rl.table.discount', text);
    expect(findTable('discount', storage)).toBeNull();
  }
});
