import { normalize } from 'node:path';

/** The path of a file below a folder: never one outside of it, and the folder itself for what is no address. */
export function filePath(encoded: string): string {
  try {
    return normalize(`/${decodeURIComponent(encoded)}`);
  } catch {
    return '/';
  }
}
