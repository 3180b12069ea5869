import { idOf, type RecordData } from '../../../core/index.ts';

interface Asked {
  priority: unknown;
  queue: string | null;
  /** Of the contract that the request is answered by. */
  pack: string | null;
}

/**
 * What is promised: one of the contract's package before one of the queue, that before one of all. What is promised to
 * a package or a queue holds for no other.
 */
export function policyFor(
  policies: readonly RecordData[],
  { priority, queue, pack }: Asked,
): RecordData | undefined {
  const isFor = (field: string, value: string | null) => (policy: RecordData) =>
    idOf(policy[field]) === null || (value !== null && idOf(policy[field]) === value);
  const weight = (policy: RecordData): number =>
    (idOf(policy['package']) === null ? 0 : 2) + (idOf(policy['queue']) === null ? 0 : 1);
  return policies
    .filter((policy) => policy['priority'] === priority)
    .filter(isFor('package', pack))
    .filter(isFor('queue', queue))
    .toSorted((one, other) => weight(other) - weight(one))[0];
}
