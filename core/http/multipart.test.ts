import { expect, test } from 'vitest';
import { uploadOf } from './upload.ts';

const post = (init: RequestInit): Request => new Request('http://x/', { method: 'POST', ...init });

async function read(request: Request) {
  const { name, fields, bytes } = await uploadOf(request);
  const parts: Uint8Array[] = [];
  for await (const part of bytes ?? []) parts.push(part);
  return { name, fields, text: bytes && Buffer.concat(parts).toString() };
}

test('a form as browsers send it: fields first, then the file, whatever is in it', async () => {
  const form = new FormData();
  form.set('target', 'account');
  const text = 'a,b\r\n--not the boundary\r\n\r\n'.repeat(20_000);
  form.set('file', new File([text], '客户.csv'));
  form.set('after', 'x');
  expect(await read(post({ body: form }))).toEqual({ name: '客户.csv', fields: { target: 'account' }, text });
});

test('a body of its own, and none', async () => {
  expect(await read(post({ body: 'a,b', headers: { 'content-type': 'text/csv' } }))).toEqual({
    name: null,
    fields: {},
    text: 'a,b',
  });
  expect(await read(post({}))).toEqual({ name: null, fields: {}, text: null });
});

test('a form that breaks off is a problem, not a file', async () => {
  const body = '--b\r\nContent-Disposition: form-data; name="f"; filename="x"\r\n\r\na,b';
  const request = post({ body, headers: { 'content-type': 'multipart/form-data; boundary=b' } });
  await expect(read(request)).rejects.toMatchObject({ status: 400, code: 'upload-malformed' });
});
