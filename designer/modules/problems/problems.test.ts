import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Canvas, DiagramElement, ElementRegistry, EventBus, Overlays } from '../services.ts';
import { Problems, type ElementProblem } from './problems.ts';

const count = 1_000;
const problems: ElementProblem[] = Array.from({ length: count }, (_, index) => ({
  element: `n${index}`,
  severity: 'warning',
  sentence: 'Something is missing.',
}));

let drawn: { added: number; removed: number };
let removedFromDrawing: (event: { element: DiagramElement }) => void;
let marks: Problems;

beforeEach(() => {
  drawn = { added: 0, removed: 0 };
  vi.stubGlobal('document', { createElement: () => ({}) });
  // As much of the drawing as marking asks for, counting what is done to it.
  const overlays = {
    add: () => String((drawn.added += 1)),
    remove: () => (drawn.removed += 1),
  } as unknown as Overlays;
  const canvas = {
    getRootElement: () => null,
    addMarker: () => {},
    removeMarker: () => {},
  } as unknown as Canvas;
  const registry = { get: (id: string) => ({ id, x: 0, y: 0 }) } as unknown as ElementRegistry;
  const bus = {
    on: (events: string | string[], listener: typeof removedFromDrawing) => {
      if (Array.isArray(events)) removedFromDrawing = listener;
    },
  } as unknown as EventBus;
  marks = new Problems(overlays, canvas, registry, bus);
  marks.show(problems);
});

afterAll(() => vi.unstubAllGlobals());

describe('marks on a thousand elements', () => {
  it('are not drawn again while nothing changed', () => {
    marks.show([...problems]);

    expect(drawn).toEqual({ added: count, removed: 0 });
  });

  it('cost one drawing for one that changed', () => {
    marks.show([{ ...problems[0]!, severity: 'error' }, ...problems.slice(1)]);
    marks.show(problems.slice(1));

    expect(drawn).toEqual({ added: count + 1, removed: 2 });
  });

  it('come back with an element that undo brought back', () => {
    // As much of an element as the event is read for.
    removedFromDrawing({ element: { id: 'n5' } as DiagramElement });
    marks.show(problems);

    expect(drawn).toEqual({ added: count + 1, removed: 0 });
  });
});
