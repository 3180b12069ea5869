export { deploy } from './deploy.ts';
export type { Deployment, DeployedFlow } from './deploy.ts';
export type { Catalogue, DeployedDecision, InputSchema } from './catalogue.ts';
export type { DeployProblem } from './problem.ts';
export { sentence } from './sentence.ts';
