/** Zip files as everybody opens them (PKWARE APPNOTE 6.3): written without compression, read with or without. */
import { crc32, inflateRawSync } from 'node:zlib';
import { Problem } from '../../errors.ts';

export type Files = ReadonlyMap<string, string>;

const mostFiles = 5_000;
const mostBytes = 50_000_000;
const utf8Names = 0x0800;
/** 1 January 1980: a pack of the same content is the same file. */
const noDate = 0x0021;

export function writeZip(files: Files): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of files) {
    const [path, data] = [Buffer.from(name), Buffer.from(text)];
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(utf8Names, 2);
    head.writeUInt16LE(noDate, 8);
    head.writeUInt32LE(crc32(data), 10);
    head.writeUInt32LE(data.length, 14);
    head.writeUInt32LE(data.length, 18);
    head.writeUInt16LE(path.length, 22);
    const entry = Buffer.alloc(14);
    entry.writeUInt32LE(offset, 10);
    const local = Buffer.concat([signature(0x04034b50), head, path, data]);
    directory.push(Buffer.concat([signature(0x02014b50), version(), head, entry, path]));
    bodies.push(local);
    offset += local.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(files.size, 4);
  end.writeUInt16LE(files.size, 6);
  end.writeUInt32LE(list.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...bodies, list, signature(0x06054b50), end]);
}

/** Problem `pack-not-zip` (422) for anything that is none, or is too large to be a pack. */
export function readZip(bytes: Buffer): Map<string, string> {
  try {
    return read(bytes);
  } catch {
    throw new Problem({ status: 422, code: 'pack-not-zip' });
  }
}

function read(bytes: Buffer): Map<string, string> {
  const end = bytes.lastIndexOf(signature(0x06054b50));
  const count = bytes.readUInt16LE(end + 10);
  if (end < 0 || count > mostFiles) throw new Error('no zip, or too many files');
  const files = new Map<string, string>();
  let at = bytes.readUInt32LE(end + 16);
  let total = 0;
  for (let index = 0; index < count; index++) {
    if (bytes.readUInt32LE(at) !== 0x02014b50) throw new Error('no entry');
    const [method, packed] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20)];
    const lengths = [28, 30, 32].map((place) => bytes.readUInt16LE(at + place));
    const name = bytes.toString('utf8', at + 46, at + 46 + lengths[0]!);
    const local = bytes.readUInt32LE(at + 42);
    const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const body = bytes.subarray(from, from + packed);
    const data = method === 8 ? inflateRawSync(body, { maxOutputLength: mostBytes }) : body;
    total += data.length;
    if (total > mostBytes) throw new Error('too large');
    if (!name.endsWith('/')) files.set(name, data.toString('utf8'));
    at += 46 + lengths.reduce((sum, length) => sum + length, 0);
  }
  return files;
}

function signature(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

const version = (): Buffer => Buffer.from([20, 0]);
