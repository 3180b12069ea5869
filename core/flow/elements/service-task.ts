import { calling } from './calling.ts';
import type { Element } from './element.ts';

export const serviceTask: Element = { type: 'serviceTask', ...calling };
