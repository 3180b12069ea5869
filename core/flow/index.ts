/** What composes the server takes from here; `core/index.ts` has what plugins may use. */
export { createFlows, type FlowService } from './service.ts';
export { createEngine, type Engine, type EngineDoor } from './shell/engine.ts';
export { listenToChanges, type FlowChange } from './shell/changes.ts';
export { listenToRecords } from './shell/starts/listen-to-records.ts';
