import type { Span } from './region.ts';

/** Neighbours as one, where they are; pieces come in the order of their column. */
export function joinSpans(spans: readonly Span[]): Span[] {
  const joined: Span[] = [];
  for (const span of spans) {
    const last = joined.at(-1);
    const both = last && together(last, span);
    if (both) joined[joined.length - 1] = both;
    else joined.push(span);
  }
  return joined;
}

function together(a: Span, b: Span): Span | null {
  if (a.kind === 'values' && b.kind === 'values')
    return { kind: 'values', values: [...a.values, ...b.values] };
  if (a.kind !== 'range' || b.kind !== 'range' || a.high === undefined || a.high !== b.low) return null;
  // Both leave the border out: it is not part of either.
  if (!a.highIn && !b.lowIn) return null;
  return {
    kind: 'range',
    ...(a.low !== undefined && { low: a.low, lowIn: a.lowIn ?? false }),
    ...(b.high !== undefined && { high: b.high, highIn: b.highIn ?? false }),
  };
}
