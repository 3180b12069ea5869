import { createContext } from '@lit/context';
import type { Meta } from '../data/meta.ts';

/** Provided by `rl-app`; consume with `subscribe: true`, since an admin may change entities at run time. */
export const metaContext = createContext<Meta>('rl-meta');
