import type { Actor } from '../../access/actor.ts';
import { drawingOfGraph, placeOf, saidOf } from '../deploy/index.ts';
import type { Graph } from '../graph/index.ts';
import { flowTexts } from './flow-texts.ts';
import type { FlowParts } from './parts.ts';

/** Elements in the middle of a sentence: by name, in quotes, or by where they stand. */
export function elementWords(
  parts: Pick<FlowParts, 'registry'>,
  { locale }: Pick<Actor, 'locale'>,
  graph: Graph,
): (id: string) => string {
  const texts = flowTexts(parts, { locale });
  const drawing = drawingOfGraph(graph);
  return (id) => {
    const name = texts.element(graph.key, id, drawing.element(id)?.name ?? '');
    const place = name || placeOf(id, drawing);
    return place ? saidOf(place, locale) : id;
  };
}
