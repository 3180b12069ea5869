import './texts.ts';
export { RlEntities } from './rl-entities.ts';
