import { definePlugin } from '../../../core/index.ts';
import { endThread } from './end-thread.ts';
import { hang } from './hang.ts';
import { holdHttp } from './hold-http.ts';
import { spin } from './spin.ts';

/** Does what no plugin should. */
export const faults = definePlugin({
  id: 'faults',
  version: '1.0.0',
  relata: '^1.0.0',
  url: import.meta.url,
  tasks: [hang, spin],
  routes: () => [holdHttp],
});

endThread();
