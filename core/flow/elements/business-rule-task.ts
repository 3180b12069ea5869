import { calling } from './calling.ts';
import type { Element } from './element.ts';

/** By a task type; decision tables take this place when `relata:decision` runs. */
export const businessRuleTask: Element = { type: 'businessRuleTask', ...calling };
