const signatures: [string, string][] = [
  ['89504e470d0a1a0a', 'image/png'],
  ['ffd8ff', 'image/jpeg'],
  ['47494638', 'image/gif'],
  ['52494646', 'image/webp'],
  ['25504446', 'application/pdf'],
  ['504b0304', 'application/zip'],
  ['1f8b', 'application/gzip'],
];

/**
 * What the bytes are, whatever the name says. Text of any kind is `text/plain`: a browser must never run
 * markup that somebody uploaded.
 */
export function contentType(first: Buffer): string {
  const hex = first.subarray(0, 8).toString('hex');
  const known = signatures.find(([signature]) => hex.startsWith(signature));
  if (known?.[1] === 'image/webp' && first.toString('latin1', 8, 12) !== 'WEBP')
    return 'application/octet-stream';
  if (known) return known[1];
  const hasMark = hex.startsWith('fffe') || hex.startsWith('feff');
  return hasMark || !first.subarray(0, 8192).includes(0) ? 'text/plain' : 'application/octet-stream';
}
