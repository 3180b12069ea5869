import type { FlowNode } from '../../graph/index.ts';
import type { Driver } from './driver.ts';
import { familyOf } from './family.ts';

/** Counts, over many runs, in how many of them two kinds of elements were both entered. */
export class Pairs {
  private readonly met = new Map<string, number>();
  private readonly kinds = new Set<string>();

  /** What a flow calls counts as part of it. */
  count(flow: Driver): void {
    const entered = familyOf(flow).flatMap((one) =>
      one.elements('entered').flatMap((id) => {
        const node = one.graph.nodes[id];
        return node === undefined ? [] : kindsOf(node);
      }),
    );
    const kinds = [...new Set(entered)].toSorted();
    for (const [index, one] of kinds.entries()) {
      this.kinds.add(one);
      for (const other of kinds.slice(index + 1)) {
        const pair = `${one} + ${other}`;
        this.met.set(pair, (this.met.get(pair) ?? 0) + 1);
      }
    }
  }

  /** Kinds that were entered at all. */
  get seen(): string[] {
    return [...this.kinds].toSorted();
  }

  /** Pairs of these kinds that never met. */
  strangers(kinds: readonly string[]): string[] {
    const sorted = kinds.toSorted();
    return sorted.flatMap((one, index) =>
      sorted
        .slice(index + 1)
        .map((other) => `${one} + ${other}`)
        .filter((pair) => !this.met.has(pair)),
    );
  }

  /** The rarest first: what a change of the generator would lose. */
  table(): string {
    const rows = [...this.met].toSorted((one, other) => one[1] - other[1]);
    return rows.map(([pair, count]) => `${String(count).padStart(5)}  ${pair}`).join('\n');
  }
}

/** A repeated activity counts with what it throws, too. */
const kindsOf = (node: FlowNode): string[] => {
  const thrown = node.loop?.kind === 'multi' && node.loop.behavior !== 'all' ? node.loop.behavior : null;
  return thrown === null ? [kindOf(node)] : [kindOf(node), `behavior ${thrown}`];
};

/** The type, with what makes it another thing to run: what it waits for or throws, how it repeats. */
const kindOf = (node: FlowNode): string => {
  const { type, event, events, loop } = node;
  if (node.isTriggeredByEvent) return 'eventSubProcess';
  if (loop !== undefined)
    return `${type} (${loop.kind === 'standard' ? 'loop' : loop.isSequential ? 'sequential' : 'parallel'})`;
  if (events !== undefined) return `${type} (${node.isParallelMultiple ? 'all' : 'any'} of several)`;
  const isHandler = node.isForCompensation === true;
  return event !== undefined ? `${type} (${event.kind})` : isHandler ? `${type} (handler)` : type;
};
