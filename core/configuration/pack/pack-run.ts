import { AsyncLocalStorage } from 'node:async_hooks';

/** The import of a pack that writes definitions, or the taking back of one. */
export interface PackRun {
  /** Of all that it writes, in every kind. */
  id: string;
  /** A later part was refused: what the earlier ones wrote is taken back. */
  isTakenBack: boolean;
}

/** Known to whatever writes a definition, however deep its own way there is. */
export const packRun = new AsyncLocalStorage<PackRun>();
