import { placeAt, type JobPlace } from '../job/index.ts';
import { operationJob } from './operations/operation.ts';

/** Jobs of flows that are for no instance yet, or for many. */
export const flowPlaces: readonly JobPlace[] = [
  {
    kinds: ['flow.start', 'flow.timer-start'],
    member: 'flow',
    pathsOf: placeAt((key) => `/flows/${encodeURIComponent(key)}`),
  },
  { kinds: [operationJob], member: 'operation', pathsOf: placeAt(() => '/operations') },
];
