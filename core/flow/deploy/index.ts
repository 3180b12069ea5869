export { deploy } from './deploy.ts';
export type { Deployment, DeployedFlow } from './deploy.ts';
export type { Catalogue, DeployedDecision, InputSchema } from './catalogue.ts';
export type { DeployProblem } from './problem.ts';
export { drawingOfGraph } from './drawing.ts';
export { placeOf } from './place.ts';
export { saidOf, sentence } from './sentence.ts';
