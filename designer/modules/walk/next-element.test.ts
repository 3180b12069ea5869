import { describe, expect, it } from 'vitest';
import type { ModdleElement } from '../../moddle/moddle-element.ts';
import type { DiagramElement } from '../services.ts';
import { firstElement, nextElement } from './next-element.ts';

const element = (id: string, x: number, y: number, type = 'bpmn:Task'): DiagramElement => ({
  id,
  type,
  // As much of an element of the model as walking asks for.
  businessObject: { $type: type, $instanceOf: (asked: string) => asked === type } as ModdleElement,
  di: {} as ModdleElement, // Nothing is drawn here.
  x,
  y,
  width: 100,
  height: 80,
  incoming: [],
  outgoing: [],
});
const join = (source: DiagramElement, target: DiagramElement): void => {
  const way = { ...element(`${source.id}-${target.id}`, 0, 0), source, target };
  source.outgoing?.push(way);
  target.incoming?.push(way);
};

const start = element('start', 0, 100, 'bpmn:StartEvent');
const decide = element('decide', 200, 100);
const above = element('above', 400, 0);
const below = element('below', 400, 200);
const loose = element('loose', 200, 400);
join(start, decide);
join(decide, above);
join(decide, below);
const all = [below, above, decide, start, loose];

describe('walking with the arrow keys', () => {
  it('begins at the start', () => {
    expect(firstElement(all)).toBe(start);
  });

  it('goes along the ways, and back', () => {
    expect(nextElement(start, 'right', all)).toBe(decide);
    expect(nextElement(decide, 'left', all)).toBe(start);
    expect(['above', 'below']).toContain(nextElement(decide, 'right', all)?.id);
  });

  it('changes between the branches of a decision', () => {
    expect(nextElement(above, 'down', all)).toBe(below);
    expect(nextElement(below, 'up', all)).toBe(above);
  });

  it('reaches what no way leads to', () => {
    expect(nextElement(decide, 'down', all)).toBe(loose);
  });

  it('stays where nothing lies on that side', () => {
    expect(nextElement(start, 'left', all)).toBeUndefined();
  });

  it('follows a way that leads back', () => {
    const late = element('late', 600, 100);
    join(late, decide);

    expect(nextElement(late, 'right', [...all, late])).toBe(decide);
  });
});
