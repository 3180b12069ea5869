import type { Reading } from '../reading.ts';
import type { Catalogue } from '../catalogue.ts';

/** Looks at one rule and reports every place that breaks it. */
export type Check = (reading: Reading, catalogue: Catalogue) => void;
