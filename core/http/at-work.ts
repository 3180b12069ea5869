/** Which route the code that runs at this moment is for: asked from outside where it does not come to an end. */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Route } from './route.ts';

export const atWork = new AsyncLocalStorage<Pick<Route, 'method' | 'path'>>();
