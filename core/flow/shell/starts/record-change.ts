import type { Variables } from '../../step/types.ts';
import type { RecordChange } from './record-subscriber.ts';

/** Records and flows that wake each other so deep stop here. */
export const deepest = 16;

/** The whole record after a change and before it, to be changed freely. */
export const pairOf = ({ after, before }: RecordChange): { after: Variables; before: Variables | null } => ({
  after: { ...after },
  before: before && { ...after, ...before },
});

/** A change of other fields than the condition reads cannot turn it. */
export const mayTurn = ({ before }: RecordChange, paths: readonly (readonly string[])[]): boolean =>
  before === null || paths.some(([first]) => first === undefined || first in before);

export const tooDeep = (entity: string, change: RecordChange) => ({
  code: 'flow.too-deep',
  message: `Flows and records have woken each other ${deepest} times in a row, last by ${entity} ${change.id}.`,
});
