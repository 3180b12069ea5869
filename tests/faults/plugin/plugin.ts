import { definePlugin } from '../../../core/index.ts';
import { spin } from './spin.ts';

/** Task types that do what no task type should. */
export const faults = definePlugin({
  id: 'faults',
  version: '1.0.0',
  relata: '^1.0.0',
  url: import.meta.url,
  tasks: [spin],
});
