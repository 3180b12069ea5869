export { segmentChangeSubscriber } from './hear-changes.ts';
export { segmentDefinitionSubscriber } from './keep-definitions.ts';
export type { Preview } from './preview.ts';
export { refreshSegments, segmentJobs, segmentPlace } from './segment-jobs.ts';
export { createSegments, type Segments } from './segments.ts';
export { changeList } from './tasks/change-list.ts';
export { segmentUses } from './segment-uses.ts';
