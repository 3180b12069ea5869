export { DecisionError } from './decision-error.ts';
export { decisionPart } from './decision-part.ts';
export { createDecisions, type Decisions } from './decisions.ts';
export { decideMany } from './evaluate/decide-many.ts';
export type { DecisionResult, Outcome } from './evaluate/decide.ts';
export { createKeptModels, type KeptModels } from './kept-models.ts';
