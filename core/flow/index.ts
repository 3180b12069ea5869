/** What the road's next stage, HTTP, takes from flows. */
export { flowPlaces } from './job-places.ts';
export type { FlowService } from './service.ts';
export type { Engine, EngineDoor } from './shell/engine.ts';
export type { FlowChange } from './shell/changes.ts';
