import { expect, test } from 'vitest';
import { filePath } from './file-path.ts';

test.each([
  ['/assets/base.js', '/assets/base.js'],
  ['parts/%E6%96%87.js', '/parts/文.js'],
  ['/../../secret', '/secret'],
  ['/..%2f..%2Fsecret', '/secret'],
  ['/%E0%A4%A.js', '/'],
])('given the address %s, then the file is %s', (encoded, path) => {
  expect(filePath(encoded)).toBe(path);
});
